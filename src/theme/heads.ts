import { css } from 'lit';

/** The head of a screen: what is to be paid, with the order at the end of the line. */
export const heads = css`
  .head {
    display: grid;
    gap: 2px;
    padding-block-end: calc(var(--_unit) * 3.5);
  }
  .between {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 12px;
  }
`;
