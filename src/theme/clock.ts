import { css } from 'lit';

/** The komochi-kei as a clock, its thick line the time left, and the line of figures under it. */
export const clock = css`
  :host {
    display: block;
    position: relative;
  }
  .clock {
    border-color: var(--_line-strong);
  }
  .clock::before {
    inset-inline-end: auto;
    inline-size: var(--_left, 100%);
    background: var(--_accent-ink);
  }
  .urgent.clock::before {
    background: var(--_danger);
  }
  .line {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 2px 12px;
    flex-wrap: wrap;
    padding-block-start: 9px;
    line-height: 1.5;
  }
  .left {
    font-weight: var(--_strong);
  }
  .left .num {
    font-size: calc(var(--_size) * 1.1875);
  }
  .urgent .left {
    color: var(--_danger);
  }
  @media (prefers-reduced-motion: no-preference) {
    .clock::before {
      transition: inline-size calc(var(--reji-duration, 1) * 1s) linear;
    }
  }
  @media (forced-colors: active) {
    .clock.komochi::before {
      background: CanvasText;
    }
  }
`;
