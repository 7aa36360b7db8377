import { css } from 'lit';

/** Buttons. The pay button is a line of the receipt: words at the start, money at the end. */
export const buttons = css`
  .button {
    appearance: none;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding: 10px 18px;
    font: inherit;
    font-size: var(--_t3);
    font-weight: var(--_strong);
    line-height: 1.4;
    text-decoration: none;
    color: var(--_text);
    text-align: center;
    text-wrap: balance;
    background: transparent;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .button:hover {
    background: color-mix(in oklab, currentColor 6%, transparent);
  }
  .button--main {
    min-block-size: 56px;
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_edge, transparent);
  }
  .button--main:hover {
    background: color-mix(in oklab, var(--_accent) 90%, var(--_off-accent));
  }
  .button--pay {
    place-content: center space-between;
    align-items: baseline;
    flex-wrap: wrap;
    overflow-wrap: break-word;
    gap: 0 16px;
    padding-inline: 20px;
    text-align: start;
  }
  .button--pay reji-amount {
    margin-inline-start: auto;
    font-size: 1.125em;
  }
  .button:disabled {
    color: var(--_muted);
    background: var(--_sunken);
    border-color: var(--_line);
    cursor: not-allowed;
  }
  .button[aria-busy='true'] {
    cursor: progress;
  }
  @media (prefers-reduced-motion: no-preference) {
    .button {
      transition: background var(--_fast);
    }
  }
  @media (forced-colors: active) {
    .button--main:not(:disabled) {
      border-width: 2px;
    }
  }
`;
