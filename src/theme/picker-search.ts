import { css } from 'lit';

/** What a search of the picker has found, and that it has found nothing. */
export const pickerSearch = css`
  mark {
    color: inherit;
    background: color-mix(in oklab, var(--_accent-ink) 16%, transparent);
    border-radius: 2px;
    padding-inline: 1px;
    margin-inline: -1px;
  }
  .search:has(.link) input {
    padding-inline-end: 44px;
  }
  .search .link {
    position: absolute;
    inset: 0 0 0 auto;
    justify-content: center;
    padding: 0;
    color: var(--_muted);
  }
  .none .link {
    padding: 0;
  }
  .none p:first-child {
    padding-block-start: 4px;
    font-weight: var(--_strong);
  }
`;
