import { css } from 'lit';

/** The method picker: sections, rows, the chosen rules, and what comes next. */
export const picker = css`
  :host {
    --_side: 22px;
    --_gap: 14px;
    --_pad: 12px;
    --_indent: 54px;
    --_top: 52px;
    --_between: calc(var(--_unit) * 8);
  }
  :host([density='compact']) {
    --_row: 48px;
    --_side: 20px;
    --_gap: 12px;
    --_pad: 9px;
    --_indent: 40px;
    --_top: 44px;
    --_between: calc(var(--_unit) * 5);
  }
  .group + .group,
  .search ~ [role] > :first-child {
    border-block-start: 1px solid var(--_text);
  }
  .group + .group {
    margin-block-start: var(--_between);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    place-content: center space-between;
    align-items: baseline;
    column-gap: 10px;
    min-block-size: var(--_top);
    padding-block: calc(var(--_pad) / 1.5);
  }
  h2 {
    font-size: var(--_t3);
    font-weight: var(--_strong);
    line-height: 1.4;
    font-feature-settings: 'palt';
    letter-spacing: 0.02em;
  }
  .choice {
    position: relative;
    border-block-start: var(--_hair) solid var(--_line);
  }
  .rows > :last-child {
    border-block-end: var(--_hair) solid var(--_line);
  }
  [role]:first-child > .group:first-child > .rows > :first-child {
    border-block-start-color: transparent;
  }
  .row {
    display: grid;
    grid-template-columns: auto 1fr auto;
    column-gap: var(--_gap);
    align-items: center;
    min-block-size: var(--_row);
    padding-block: var(--_pad);
    cursor: pointer;
  }
  .body {
    min-inline-size: 0;
  }
  .name {
    display: block;
    font-size: var(--_t3);
    line-height: 1.4;
    font-feature-settings: 'palt';
  }
  .name .note {
    font-weight: 400;
  }
  .sub {
    display: block;
    font-size: var(--_t1);
    line-height: 1.5;
    color: var(--_muted);
    margin-block-start: 1px;
    text-wrap: pretty;
  }
  .radio {
    appearance: none;
    inline-size: var(--_side);
    block-size: var(--_side);
    margin: 0;
    border: 1.5px solid var(--_line-strong);
    border-radius: 50%;
    background: var(--_surface);
    cursor: inherit;
  }
  .row:hover .radio:enabled {
    border-color: var(--_text);
  }
  .radio:checked,
  .row:hover .radio:checked:enabled {
    border: calc(var(--_side) * 0.32) solid var(--_accent-ink);
  }
  .choice:has(:focus-visible) {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 4px;
    border-radius: 2px;
    z-index: 2;
  }
  .radio:focus-visible {
    outline: none;
  }
  .choice:has(:checked)::before,
  .choice:has(:checked)::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    z-index: 1;
    background: var(--_accent-ink);
  }
  .choice:has(:checked)::before {
    inset-block-start: -2px;
    block-size: var(--_thick);
  }
  .choice:has(:checked)::after {
    inset-block-end: -1px;
    block-size: var(--_hair);
  }
  .choice:has(:checked) .name {
    font-weight: var(--_strong);
  }
  .next {
    display: grid;
    gap: 7px;
    padding-block-end: calc(var(--_pad) * 1.5);
    padding-inline-start: var(--_indent);
    counter-reset: step;
  }
  .next li {
    counter-increment: step;
    display: grid;
    grid-template-columns: 1.35em 1fr;
    font-size: calc(var(--_size) * 0.875);
    line-height: 1.6;
  }
  .next li::before {
    content: counter(step);
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
  .brief,
  .foot {
    display: none;
  }
  .foot {
    padding-block-start: calc(var(--_unit) * 7);
  }
  .foot .next {
    padding: 2px 0 0;
  }
  .row:has(:disabled) {
    cursor: not-allowed;
  }
  .row:has(:disabled) .name,
  .off reji-brand::part(base) {
    color: var(--_muted);
  }
  .off reji-brand::part(base) {
    background: var(--_sunken);
  }
  .off .radio {
    border-style: dashed;
    background: transparent;
  }
  .off .sub {
    color: var(--_text);
  }
  :host([density='compact']) .choice:not(.off) .sub {
    display: none;
  }
  @container reji (inline-size >= 32em) {
    .next li {
      font-size: var(--_t2);
    }
  }
  @container reji (inline-size >= 37.3em) {
    .rows {
      display: grid;
      grid-template-columns: 1fr 1fr;
      column-gap: 32px;
    }
    .rows > .choice {
      display: grid;
    }
    .rows > :nth-last-child(2) {
      border-block-end: var(--_hair) solid var(--_line);
    }
    [role]:first-child > .group:first-child > .rows > :nth-child(2) {
      border-block-start-color: transparent;
    }
    .rows .next,
    .full {
      display: none;
    }
    .brief {
      display: inline;
    }
    .foot {
      display: block;
    }
    :host([density='compact']) .body {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      column-gap: 12px;
      align-items: baseline;
      padding-inline-end: 8px;
    }
    :host([density='compact']) .choice:not(.off) .sub {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .row:has(:disabled) .name {
      color: GrayText;
    }
    .choice:has(:checked)::before,
    .choice:has(:checked)::after {
      forced-color-adjust: none;
      background: Highlight;
    }
    .radio:checked {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Canvas;
    }
  }
`;
