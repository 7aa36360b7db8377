import { css } from 'lit';

/** An outlined slip with its perforation (mishin-kei) and torn edge. Gradients cut dashes and holes, they carry no colour. */
export const slip = css`
  .slip {
    border: 1px solid var(--_line-strong);
    border-block-start: 0;
  }
  .slip--torn {
    border-block-end: 0;
  }
  .slip > section {
    padding: 18px 18px 20px;
  }
  .mishin {
    border: 0;
    block-size: 1px;
    margin: 0;
    background: linear-gradient(90deg, var(--_line-strong) 50%, transparent 0) 0 0 / 8px 1px round;
  }
  .torn {
    block-size: 6px;
    margin-block-start: -1px;
    background: var(--_line-strong);
    mask:
      radial-gradient(circle at 50% 100%, transparent 3.4px, #000 3.7px 4.5px, transparent 4.8px) 0 0 / 14px 6px round
        no-repeat,
      linear-gradient(90deg, #000 3px, transparent 0 calc(100% - 3px), #000 0) 0 100% / 14px 1px round no-repeat;
  }
  @container reji (inline-size >= 32em) {
    .slip > section {
      padding: 24px 28px 26px;
    }
  }
  @media (forced-colors: active) {
    .mishin {
      background: none;
      border-block-start: 1px dashed CanvasText;
    }
    .torn {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
