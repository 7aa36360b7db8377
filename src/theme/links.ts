import { css } from 'lit';

/** Links, and the place under a screen for what can be done. */
export const links = css`
  .link {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    min-inline-size: 44px;
    padding: 0 4px;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    font-size: var(--_t2);
    line-height: 1.5;
    cursor: pointer;
    text-decoration: underline;
    text-decoration-color: var(--_line-strong);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.3em;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }
  .link--plain {
    text-decoration: none;
  }
  .link:focus-visible {
    outline-offset: 0;
    border-radius: 4px;
  }
  /* the way back, over the head */
  .back {
    margin-block: min(0px, 1lh - 36px) 4px;
    margin-inline-start: -4px;
    text-align: start;
  }
  .actions {
    display: grid;
    gap: 10px;
  }
  .actions .link {
    justify-self: center;
  }
`;
