import { css } from 'lit';

/** The two heads of a screen: the amount alone, or a known method with its mark. */
export const heads = css`
  .head {
    display: grid;
    gap: 2px;
    padding-block-end: calc(var(--_unit) * 3.5);
  }
  .who {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 0 12px;
    align-items: center;
    padding-block-end: calc(var(--_unit) * 3.5);
  }
  .who .name {
    font-size: var(--_t3);
    font-weight: var(--_strong);
    line-height: 1.4;
  }
  .who .end {
    text-align: end;
  }
  .who reji-amount {
    font-size: calc(var(--_size) * 1.5);
    line-height: 1.2;
  }
`;
