import { css } from 'lit';

/** The head of a screen whose method is known: mark and name, with amount and order at the end. */
export const who = css`
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    padding-block-end: calc(var(--_unit) * 3.5);
  }
  .who > div:not(.end) {
    flex: 1 1 min(9em, 100% - 52px);
    overflow-wrap: break-word;
  }
  .who .name {
    font-size: var(--_t3);
    font-weight: var(--_strong);
    line-height: 1.4;
  }
  .who .end {
    margin-inline-start: auto;
    text-align: end;
  }
  .who reji-amount {
    font-size: min(var(--_size) * 1.5, 10cqi);
    line-height: 1.2;
  }
`;
