import { css } from 'lit';

/** The checkout's own spaces: pay bar and the shapes shown while loading. */
export const checkout = css`
  .paybar {
    display: grid;
    gap: 8px;
    padding-block-start: calc(var(--_unit) * 7);
  }
  .paybar .note {
    text-align: center;
  }
  .komochi + reji-method-picker {
    margin-block-start: 6px;
  }
  .bone {
    display: block;
    block-size: 13px;
    inline-size: 46%;
    background: var(--_bone);
    border-radius: 4px;
  }
  /* an amount that is not seen gives the height */
  .bone--amount {
    inline-size: 9em;
    block-size: auto;
    clip-path: inset(6px 0 round 4px);
  }
  .bone--amount > * {
    visibility: hidden;
  }
  .bones {
    display: grid;
    margin-block-start: 6px;
  }
  .bone--head {
    grid-column: 1 / -1;
    inline-size: 96px;
    margin-block: var(--_head, 20px);
  }
  .bone--mark {
    inline-size: 40px;
    block-size: 40px;
    border-radius: var(--_radius-mark);
  }
  .bone--radio {
    inline-size: 22px;
    block-size: 22px;
    border-radius: 50%;
  }
  .bone--sub {
    inline-size: 62%;
    block-size: 10px;
    margin-block-start: 9px;
  }
  .row {
    display: grid;
    grid-template-columns: 40px 1fr 22px;
    column-gap: 14px;
    align-items: center;
    box-sizing: content-box;
    block-size: var(--_row);
    border-block-end: var(--_hair) solid var(--_line);
  }
  .compact {
    --_row: 48px;
    --_head: 16px;
  }
  @container reji (inline-size >= 37.3em) {
    .bones {
      grid-template-columns: 1fr 1fr;
      column-gap: 32px;
    }
    /* in half the width, names or their quiet lines take two lines */
    .bones .row {
      block-size: calc(var(--_row) + 18px);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .bone {
      animation: reji-breathe calc(var(--reji-duration, 1) * 2.4s) ease-in-out infinite alternate;
    }
  }
  @keyframes reji-breathe {
    to {
      opacity: 0.45;
    }
  }
`;
