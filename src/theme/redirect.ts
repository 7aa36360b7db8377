import { css } from 'lit';

/** The line that names the address, between hairlines. */
export const redirect = css`
  .host {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 12px;
    align-items: center;
    padding-block: 14px;
    border-block: var(--_hair) solid var(--_line);
  }
  .address {
    font-size: var(--_t3);
    line-height: 1.4;
    color: var(--_muted);
  }
  .address strong {
    color: var(--_text);
  }
`;
