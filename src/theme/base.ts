import { css } from 'lit';
import { tokens } from './tokens.js';

/** Type, wrapping, focus ring and icons: every element's first sheets. */
export const base = [
  tokens,
  css`
    :host {
      font-size: var(--_t2);
      line-height: 1.7;
      line-break: strict;
      overflow-wrap: anywhere;
      text-autospace: normal;
      text-spacing-trim: trim-start;
      text-align: start;
      -webkit-text-size-adjust: 100%;
    }
    :host([hidden]) {
      display: none;
    }
    :host(:lang(ja)) {
      word-break: auto-phrase;
    }
    :host(:lang(ko)) {
      word-break: keep-all;
    }
    :host(:lang(th)) {
      line-height: 1.75;
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    h2,
    h3,
    p,
    ol,
    ul,
    dl,
    dd,
    dt,
    fieldset,
    legend {
      margin: 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
      font: inherit;
    }
    ol,
    ul {
      list-style: none;
    }
    p,
    li {
      text-wrap: pretty;
    }
    svg {
      display: block;
      flex: none;
    }
    .icon {
      inline-size: 1.25em;
      block-size: 1.25em;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .num {
      font-family: var(--_font-number);
      font-variant-numeric: tabular-nums lining-nums;
    }
    .note {
      font-size: var(--_t1);
      line-height: 1.65;
      color: var(--_muted);
    }
    .sr {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    :focus-visible {
      outline: var(--_ring) solid var(--_focus);
      outline-offset: 2px;
    }
    h2:focus {
      outline: none;
    }
  `,
];

/**
 * For elements that fill their column: block layout and the container that their layout answers to. Its widths are asked
 * for in `em`, 15 px by default: a reader with larger letters gets the narrow layout sooner.
 */
export const block = css`
  :host {
    display: block;
    container: reji / inline-size;
  }
`;
