import { css } from 'lit';

/** The form for an account or purse: lists that open below a field, segments, and previews of what is sent. */
export const payoutForm = css`
  .form {
    gap: 22px;
    padding-block-start: 22px;
  }
  /* what has nothing to say takes no room, and yet stays where it is heard */
  .below {
    margin-block-start: -6px;
  }
  .below > .note,
  .below > div > p {
    margin-block-start: 6px;
  }
  .combo,
  .search,
  .purse {
    position: relative;
  }
  .combo .icon {
    display: none;
  }
  .search .icon {
    display: block;
    position: absolute;
    inset-block: 0;
    inset-inline-start: 14px;
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }
  .search .input {
    padding-inline-start: calc(24px + 1.35em);
  }
  .options {
    position: absolute;
    inset-block-start: calc(100% + 6px);
    inset-inline: 0;
    z-index: 1;
    max-block-size: 312px;
    overflow-y: auto;
    overscroll-behavior: contain;
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
  }
  .options li {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
    padding: 8px 14px;
    font-size: var(--_t3);
    line-height: 1.4;
    cursor: pointer;
  }
  .options li + li {
    border-block-start: var(--_hair) solid var(--_line);
  }
  .options [aria-selected='true'] {
    background: var(--_sunken);
  }
  .combo .note,
  .segment {
    margin-block-start: 6px;
  }
  .led {
    position: relative;
  }
  .lead {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 14px;
    display: grid;
    align-items: center;
    font-weight: var(--_strong);
    pointer-events: none;
  }
  .lead,
  .led .input {
    font-size: min(var(--_size) * 1.375, max(16px, 7.6cqi));
  }
  .led .input {
    padding-inline-start: 2.1em;
  }
  .label > .num,
  .options .num {
    flex: none;
    white-space: nowrap;
  }
  .segment {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    overflow: clip;
    background: var(--_surface);
  }
  [aria-invalid='true'] > .segment {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .segment label {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: var(--_control);
    padding: 6px 8px;
    font-size: var(--_t3);
    line-height: 1.4;
    cursor: pointer;
  }
  .segment label + label {
    border-inline-start: var(--_hair) solid var(--_line);
  }
  .segment label:has(:checked) {
    font-weight: var(--_strong);
  }
  .segment .note {
    font-weight: 400;
  }
  .segment label:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
    border-radius: var(--_radius);
  }
  .segment--rows {
    grid-auto-flow: row;
    margin-block-start: 0;
  }
  .segment--rows label {
    flex-direction: row-reverse;
    justify-content: space-between;
    gap: 14px;
    min-block-size: var(--_row);
    padding: 10px 14px;
  }
  .segment--rows label + label {
    min-block-size: var(--_control);
    border-inline-start: 0;
    border-block-start: var(--_hair) solid var(--_line);
  }
  .segment--rows .note {
    display: block;
  }
  .radio {
    appearance: none;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    border: 1.5px solid var(--_line-strong);
    border-radius: 50%;
    background: var(--_surface);
    cursor: inherit;
  }
  .radio:checked {
    border: 6.5px solid var(--_accent-ink);
  }
  .radio:focus-visible {
    outline: none;
  }
  .preview {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 12px;
    padding: 8px 14px;
    background: var(--_sunken);
    border-radius: var(--_radius-mark);
  }
  .preview > :last-child {
    font-size: var(--_t2);
    letter-spacing: 0.03em;
  }
  .aside {
    text-align: center;
  }
  @container reji (inline-size < 26em) {
    .segment--words {
      grid-auto-flow: row;
    }
    .segment--words label {
      flex-wrap: wrap;
      justify-content: start;
      padding-inline: 14px;
      overflow-wrap: break-word;
    }
    .segment--words label + label {
      border-inline-start: 0;
      border-block-start: var(--_hair) solid var(--_line);
    }
  }
  @container reji (inline-size < 14em) {
    .segment {
      grid-auto-flow: row;
    }
    .segment label + label {
      border-inline-start: 0;
      border-block-start: var(--_hair) solid var(--_line);
    }
  }
  @media (forced-colors: active) {
    .preview {
      border: 1px solid CanvasText;
    }
    .options [aria-selected='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    .options [aria-selected='true'] .note {
      color: inherit;
    }
    .radio:checked {
      forced-color-adjust: none;
      border-color: Highlight;
    }
  }
  mark {
    color: inherit;
    background: none;
    font-weight: var(--_strong);
  }
`;
