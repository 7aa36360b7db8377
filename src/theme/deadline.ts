import { css } from 'lit';

/** What slips with a deadline share: the clock's line, and the block with the date. */
export const deadline = css`
  /* its line alone is seen: the slip sets the figures its own way */
  reji-countdown {
    block-size: calc(var(--_thick) + 3px);
    overflow: clip;
  }
  .deadline {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 2px 12px;
    padding: 12px 18px 14px;
    border-block-end: var(--_hair) solid var(--_line);
  }
  .left {
    font-weight: var(--_strong);
  }
  .urgent {
    color: var(--_danger);
  }
  .date {
    flex-basis: 100%;
    font-size: calc(var(--_size) * 1.125);
    line-height: 1.4;
    font-weight: var(--_strong);
  }
  .date small {
    font-size: var(--_t1);
    font-weight: 400;
  }
  dt::first-letter {
    text-transform: uppercase;
  }
  .foot {
    padding-block-start: 22px;
  }
  @container reji (inline-size >= 32em) {
    .deadline {
      padding-inline: 28px;
    }
  }
`;
