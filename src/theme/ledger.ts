import { css } from 'lit';

/** Sums under each other, and what they come to under a rule. */
export const ledger = css`
  .ledger > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 12px;
    padding-block: 7px;
    line-height: 1.6;
  }
  .ledger > .total {
    border-block-start: 1px solid var(--_text);
    margin-block-start: 6px;
    padding-block-start: 10px;
    font-weight: var(--_strong);
  }
  .ledger reji-amount {
    font-size: calc(var(--_size) * 1.375);
    line-height: 1.2;
  }
`;
