import { css } from 'lit';

/** Spaces of the checkout's own later screens. */
export const checkoutSteps = css`
  .screen {
    padding-block-start: 24px;
  }
  .screen .title {
    margin-block: 0 6px;
  }
  .screen .icon + .title {
    margin-block-start: 12px;
  }
`;
