import { css } from 'lit';

/** The komochi-kei: thick over thin, once a screen, directly under the amount. */
export const komochi = css`
  .komochi {
    position: relative;
    block-size: calc(var(--_thick) + 3px);
    border-block-end: var(--_hair) solid var(--_text);
  }
  .komochi::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: var(--_thick);
    background: var(--_text);
  }
  @media (forced-colors: active) {
    .komochi::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
