import { css } from 'lit';

/** Sections that fold: the heading is the button, and a folded section keeps what is chosen in it. */
const folded = css`
  .group {
    border-block-end: var(--_hair) solid var(--_line);
  }
  .group + .group {
    margin-block-start: 0;
    border-block-start: 0;
  }
  .open {
    border-block-end: 0;
  }
  .open + .group {
    margin-block-start: calc(var(--_unit) * 5);
    border-block-start: var(--_hair) solid var(--_line);
  }
  .group:not(.open) .choice:not(:has(:checked)),
  .head .note {
    display: none;
  }
  .head {
    position: relative;
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    min-block-size: 64px;
  }
  .head .line {
    display: block;
    grid-column: 1;
  }
  .fold {
    display: flex;
    grid-area: 1 / 2 / span 2;
  }
  .head .all {
    grid-column: 1 / -1;
  }
  .all + .fold {
    grid-row: 1;
  }
`;

/** What a long list has: the field to search in, and sections that fold. */
export const pickerLong = css`
  .search {
    position: relative;
    margin-block: 14px 20px;
  }
  .search > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 14px;
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }
  .search input {
    appearance: none;
    inline-size: 100%;
    min-block-size: 48px;
    margin: 0;
    padding: 8px 44px;
    font: inherit;
    font-size: max(16px, var(--_t3));
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
  }
  .search input:focus-visible {
    border-color: var(--_focus);
    outline-width: 2px;
    outline-offset: -1px;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  ::-webkit-search-cancel-button {
    display: none;
  }
  .fold {
    gap: 4px;
    align-items: center;
    padding: 0;
    border: 0;
    color: var(--_muted);
    background: none;
    cursor: pointer;
  }
  .fold:hover {
    color: var(--_text);
  }
  .fold::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .fold:focus-visible {
    outline: none;
  }
  .fold:focus-visible::after {
    outline: var(--_ring) solid var(--_focus);
    border-radius: 2px;
  }
  .fold .icon {
    margin-inline-start: 6px;
    transition: rotate var(--_fast);
  }
  .open .fold reji-brand,
  .fold,
  .line,
  .brief {
    display: none;
  }
  .open .icon {
    rotate: 180deg;
  }
  .folds-fold {
    ${folded}
  }
  @container reji (inline-size < 37.3em) {
    .folds-auto {
      ${folded}
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .fold .icon {
      transition: none;
    }
  }
`;
