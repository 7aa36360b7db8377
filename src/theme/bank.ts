import { css } from 'lit';

/** The amount with its copy button, the ledger's one, and the account's parts as label over value. */
export const bank = css`
  .slip > .due {
    padding-block-end: 16px;
  }
  .sum {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 2px 12px;
  }
  .sum > dt {
    flex-basis: 100%;
  }
  .exact {
    margin-block-start: 8px;
    color: var(--_text);
  }
  .slip > .account {
    padding-block: 10px 16px;
  }
  .account + section {
    padding-block-start: 0;
  }
  .part {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 12px;
    align-items: center;
    padding-block: 10px;
  }
  .part + .part {
    border-block-start: var(--_hair) solid var(--_line);
  }
  .part > :nth-child(2) {
    grid-row: 2;
    font-size: var(--_t3);
    line-height: 1.55;
  }
  .part > :nth-child(3) {
    grid-area: 1 / 2 / span 2;
  }
  .raw {
    user-select: all;
  }
  .accountNumber .raw {
    font-size: 1.25em;
    font-weight: var(--_strong);
    letter-spacing: 0.04em;
  }
  .wrong {
    grid-column: 1 / -1;
    flex-basis: 100%;
    margin-block-start: 6px;
  }
  h3 {
    font-weight: var(--_strong);
    font-size: var(--_t3);
    margin-block-end: 6px;
  }
  .ledger > .total {
    align-items: center;
  }
  .total dd:not(.wrong) {
    margin-inline-start: auto;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    align-items: center;
    gap: 2px 12px;
  }
`;
