import { css } from 'lit';

/** Notices and status lines. */
export const notices = css`
  .notice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 10px;
    padding: 14px 16px;
    background: var(--_sunken);
    border-radius: var(--_radius);
    font-size: calc(var(--_size) * 0.875);
    line-height: 1.65;
  }
  .notice .icon {
    inline-size: 1.4em;
    block-size: 1.4em;
    margin-block-start: 0.125em;
  }
  .notice--danger .icon {
    color: var(--_danger);
  }
  .notice--caution .icon {
    color: var(--_caution);
  }
  .status {
    display: flex;
    align-items: start;
    gap: 10px;
    font-size: var(--_t2);
    line-height: 1.6;
  }
  .dot {
    flex: none;
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    background: var(--_accent-ink);
    margin-block-start: 0.5em;
  }
  .dot--off {
    background: transparent;
    border: 1.5px solid var(--_caution);
  }
  .live {
    border-block-start: var(--_hair) solid var(--_line);
    padding-block-start: 16px;
  }
  strong {
    font-weight: var(--_strong);
  }
  @media (prefers-reduced-motion: no-preference) {
    .dot:not(.dot--off) {
      animation: reji-breathe calc(var(--reji-duration, 1) * 1.6s) ease-in-out infinite alternate;
    }
  }
  @keyframes reji-breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }
    .dot {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .dot--off {
      background: Canvas;
      border-color: CanvasText;
    }
  }
`;
