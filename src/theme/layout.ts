import { css } from 'lit';

/** Vertical rhythm and titles inside a screen. */
export const layout = css`
  .stack {
    display: grid;
    gap: calc(var(--_unit) * 4);
  }
  .stack > * {
    min-inline-size: 0;
  }
  .title {
    font-size: var(--_t4);
    line-height: 1.45;
    font-weight: var(--_strong);
    text-wrap: balance;
    font-feature-settings: 'palt';
    letter-spacing: 0.01em;
  }
  :host(:lang(th)) .title {
    line-height: 1.55;
  }
  @container reji (inline-size >= 32em) {
    .title {
      font-size: calc(var(--_size) * 1.5);
    }
  }
`;
