import { css } from 'lit';

/** The head of a slip with its stamp, and what a receipt leaves out on paper. */
export const result = css`
  .slip > section:first-child {
    display: flow-root;
    padding-block-end: 18px;
  }
  .mishin + section {
    padding-block: 12px 22px;
  }
  .slip .title {
    display: flow-root;
    min-inline-size: min-content;
    overflow-wrap: break-word;
    margin-block: 2px 8px;
  }
  .stamp {
    float: inline-end;
    inline-size: 96px;
    block-size: 96px;
    margin-block: -4px 0;
    margin-inline-start: 12px;
    color: var(--_stamp);
    rotate: -9deg;
  }
  .stamp :is(circle, path) {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  .stamp .chords {
    stroke-width: 1.25;
  }
  .stamp .check {
    stroke-width: 3.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .stamp text {
    fill: currentColor;
    text-anchor: middle;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .stamp--quiet {
    color: var(--_muted);
  }
  .ledger + .facts {
    margin-block-start: 12px;
  }
  .stack {
    gap: 18px;
  }
  @container reji (inline-size < 16em) {
    .stamp {
      float: none;
      margin: 0 0 8px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .stamp--live {
      animation: reji-stamp var(--_slow) cubic-bezier(0.2, 0.9, 0.3, 1) both;
    }
  }
  @keyframes reji-stamp {
    from {
      opacity: 0;
      scale: 1.18;
    }
    60% {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .stamp {
      color: CanvasText;
    }
  }
  @media print {
    .actions {
      display: none;
    }
  }
`;
