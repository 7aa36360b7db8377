import { css } from 'lit';

/** What stands under the head: the words with their line sign, and what follows. */
export const screen = css`
  .screen {
    padding-block-start: 24px;
  }
  .words .title {
    margin-block-end: 6px;
  }
  .sign {
    display: block;
    margin: -2px 0 10px -2px;
  }
  .sign .icon {
    inline-size: calc(var(--_size) * 2);
    block-size: calc(var(--_size) * 2);
    stroke-width: 1.25;
  }
  .sign--danger {
    color: var(--_danger);
  }
  .sign--caution {
    color: var(--_caution);
  }
`;
