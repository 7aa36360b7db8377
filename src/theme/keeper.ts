import { css } from 'lit';

/** The WMID form and the invoice that waits in Keeper. */
export const keeper = css`
  .form,
  .invoice {
    padding-block-start: 24px;
  }
  .form {
    gap: 20px;
  }
  .invoice {
    gap: 18px;
  }
  .duo {
    display: flex;
    flex-wrap: wrap;
    clip-path: inset(0 -100% 0 0);
    border-block: var(--_hair) solid var(--_line);
    padding-block: 12px;
    row-gap: 8px;
  }
  /* each sum brings the rule at its start; the first one of a line has it cut off */
  .duo > div {
    flex: 1 1 auto;
    min-inline-size: calc(50% + 17px);
    margin-inline-start: -17px;
    padding-inline: 16px 12px;
    border-inline-start: var(--_hair) solid var(--_line);
  }
  .duo reji-amount {
    font-size: calc(var(--_size) * 1.5);
    line-height: 1.35;
  }
  .numbers {
    border-block-start: var(--_hair) solid var(--_line);
    margin-block-end: -18px;
  }
  .numbers > div {
    display: grid;
    grid-template-columns: auto 1fr auto;
    column-gap: 12px;
    align-items: center;
    min-block-size: 44px;
    padding-block: 8px;
  }
  .numbers > div + div {
    border-block-start: var(--_hair) solid var(--_line);
  }
  .number {
    font-weight: var(--_strong);
    letter-spacing: 0.04em;
    word-spacing: 0.1em;
    line-height: 1.55;
    user-select: all;
  }
  .group:not(:only-child) {
    white-space: nowrap;
  }
  /* the gap is no character of the number: what is copied is raw, what is read aloud comes in groups */
  .group + .group::before {
    content: ' ';
    white-space: pre-wrap;
  }
  .numbers .wrong {
    grid-column: 1 / -1;
    padding-block-end: 6px;
  }
  @container reji (inline-size < 20em) {
    .numbers > div {
      grid-template-columns: 1fr auto;
    }
    .numbers :is(dt, .number) {
      grid-column: 1;
    }
    .numbers dd:has(reji-copy-button) {
      grid-area: 1 / 2 / span 2;
    }
  }
`;
