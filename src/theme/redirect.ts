import { css } from 'lit';

/** The line that names the address, between hairlines, and the clock after the return. */
export const redirect = css`
  /* the clock stands where the rule stood */
  .komochi:has(+ reji-countdown) {
    display: none;
  }
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
