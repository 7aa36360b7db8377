import { css } from 'lit';

/** The copy button: icon and word, or the icon alone. */
export const copy = css`
  :host {
    display: inline-block;
    position: relative;
    vertical-align: middle;
  }
  .copy {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-inline-size: 44px;
    min-block-size: 44px;
    margin: 0;
    padding: 0 10px;
    font: inherit;
    font-size: var(--_t1);
    font-weight: var(--_strong);
    line-height: 1.3;
    color: var(--_text);
    background: transparent;
    border: 1px solid var(--_line-strong);
    border-radius: calc(var(--_radius) - 2px);
    cursor: pointer;
    white-space: nowrap;
  }
  .copy:disabled {
    color: var(--_muted);
    cursor: not-allowed;
  }
  :host([bare]) .copy {
    padding: 0;
    justify-content: end;
    color: var(--_muted);
    border-color: transparent;
  }
  /* the icon stands at the end of its row: the ring goes around it, not around the empty part of the target */
  @media not (forced-colors: active) {
    :host([bare]) .copy:focus-visible {
      outline: none;
    }
    :host([bare]) .copy:focus-visible .icon {
      outline: var(--_ring) solid var(--_focus);
      outline-offset: 4px;
      border-radius: 2px;
    }
  }
  .copy.copied,
  :host([bare]) .copied {
    color: var(--_accent-ink);
  }
  .copy.failed,
  :host([bare]) .failed {
    color: var(--_danger);
  }
  :host(:not([bare])) :is(.copied, .failed) {
    border-color: currentColor;
  }
  @media (forced-colors: active) {
    :host([bare]) .copy {
      justify-content: center;
    }
  }
`;
