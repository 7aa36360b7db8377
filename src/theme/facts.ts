import { css } from 'lit';

/** Facts as label and value, values at the end; they stack below 300 px. */
export const facts = css`
  .facts {
    display: grid;
  }
  .facts > div {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 12px;
    align-items: baseline;
    padding-block: 7px;
    border-block-start: var(--_hair) solid var(--_line);
  }
  .facts > div:first-child {
    border-block-start: 0;
  }
  .facts dt {
    font-size: var(--_t1);
    line-height: 1.55;
    color: var(--_muted);
  }
  .facts dd {
    font-size: var(--_t2);
    line-height: 1.55;
    min-inline-size: 0;
    text-align: end;
  }
  @container reji (inline-size < 20em) {
    .facts > div {
      grid-template-columns: 1fr;
    }
    .facts dd {
      text-align: start;
    }
  }
`;
