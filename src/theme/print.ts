import { css } from 'lit';

/** The konbini slip on paper: dark on white, numbers to be read at arm's length, a stub for the purse. */
export const print = css`
  @media print {
    :host {
      --_text: CanvasText;
      --_muted: CanvasText;
      color-scheme: only light;
    }
    .paper {
      display: block;
    }
    .back,
    .foot,
    .torn,
    .left,
    reji-countdown,
    reji-copy-button,
    .who > reji-brand,
    .who .note:not(.paper) {
      display: none;
    }
    /* the double rule as borders: paper may come without backgrounds */
    .who {
      align-items: end;
      margin-block: -21px 3px;
      border-block-end: var(--_thick) solid;
    }
    .who .name {
      font-size: 28px;
    }
    .who reji-amount {
      font-size: 36px;
    }
    .slip {
      border: 0;
      border-block-start: 1px solid;
    }
    .slip > section,
    .deadline {
      padding-inline: 0;
    }
    .date {
      font-size: 22px;
      flex: auto;
      text-align: end;
    }
    .numbers dl {
      display: flex;
      flex-wrap: wrap;
      gap: 0 28px;
    }
    .figure + .figure {
      border-block-start: 0;
      border-inline-start: 1px solid;
      padding-inline-start: 28px;
    }
    .figure .digits {
      font-size: 40px;
    }
    .slip > .mishin {
      display: none;
    }
    .wide {
      display: block;
    }
    .how {
      display: grid;
      grid-template-columns: 1.2fr 1fr;
      gap: 0 40px;
      border-block-start: 1px solid;
    }
    .how .paper {
      grid-area: 1 / 2 / span 2;
    }
    .cut {
      display: flex;
      align-items: center;
      gap: 12px;
      margin-block: 8px 22px;
    }
    .cut::before,
    .cut::after {
      content: '';
      flex: 1;
      border-block-start: 1px dashed;
    }
    .stub {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 28px;
      print-color-adjust: exact;
    }
    .sum {
      margin-inline-start: auto;
      font-size: 20px;
    }
  }
`;

/**
 * Adopted by the page while a slip prints: of the page only what is marked prints. Paper has no place for what surrounds
 * it, so that lays out as nothing.
 */
export const alone = css`
  @page {
    size: A4;
    margin: 16mm;
  }
  @media print {
    [data-reji-print] {
      display: block !important;
      position: static !important;
      visibility: hidden !important;
      overflow: visible !important;
      inline-size: auto !important;
      min-inline-size: 0 !important;
      max-inline-size: none !important;
      block-size: auto !important;
      min-block-size: 0 !important;
      max-block-size: none !important;
      margin: 0 !important;
      padding: 0 !important;
      border: 0 !important;
      background: none !important;
      transform: none !important;
      contain: none !important;
    }
    [data-reji-print='it'] {
      visibility: visible !important;
    }
    [data-reji-print]::before,
    [data-reji-print]::after,
    [data-reji-print] > :not([data-reji-print]),
    :host > :not([data-reji-print]) {
      display: none !important;
    }
  }
`;
