import { css } from 'lit';

/** Sections that fold: the whole heading is the button, and a folded section keeps what is chosen in it. */
const folded = css`
  .group + .group {
    margin-block-start: 0;
    border-color: var(--_line);
  }
  .open + .group {
    margin-block-start: calc(var(--_unit) * 5);
  }
  .group:not(.open):last-child {
    border-block-end: 1px solid var(--_line);
  }
  .group:not(.open) .choice:not(:has(:checked)),
  .head .note {
    display: none;
  }
  .head {
    position: relative;
    align-items: center;
    min-block-size: calc(var(--_top) + 12px);
  }
  .head .line {
    display: block;
    inline-size: 100%;
  }
  .marks {
    display: flex;
    gap: 4px;
    margin-block: -3px;
  }
  .open .marks {
    display: none;
  }
  @container reji (inline-size < 16em) {
    .marks {
      display: none;
    }
  }
  h2 {
    flex: 1;
  }
  .fold {
    display: block;
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
    all: unset;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 48px;
    padding-block: 8px;
    padding-inline: calc(24px + 1.35em) 14px;
    font-size: max(16px, var(--_t3));
    line-height: 1.5;
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
  }
  .search input:focus {
    outline: 2px solid var(--_focus);
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
    all: unset;
    color: var(--_muted);
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
  .fold:focus-visible::after {
    outline: var(--_ring) solid var(--_focus);
    border-radius: 2px;
  }
  .open .icon {
    rotate: 180deg;
  }
  .marks,
  .fold,
  .line {
    display: none;
  }
  .folds-fold {
    ${folded}
  }
  @container reji (inline-size < 37.3em) {
    .folds-auto {
      ${folded}
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .fold .icon {
      transition: rotate var(--_fast);
    }
  }
`;
