import { css } from 'lit';

/** Numbers to copy, and the steps beside them where there is room. */
export const konbini = css`
  .slip > .numbers {
    padding-block: 8px 10px;
  }
  .figure {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 12px;
    padding-block: 10px 16px;
  }
  @container reji (inline-size < 16em) {
    .figure {
      grid-template-columns: 100%;
    }
  }
  .figure + .figure {
    border-block-start: var(--_hair) solid var(--_line);
  }
  .figure dt span:not([lang]) {
    display: inline-block;
    margin-inline-start: 4px;
  }
  /* a foreign line breaks around the Japanese words, not in them */
  :host(:not(:lang(ja))) [lang] {
    display: inline-block;
  }
  .value,
  .wrong {
    grid-column: 1 / -1;
    margin-block-start: 6px;
  }
  .digits {
    font-size: clamp(1.375em, 9cqi, var(--_size) * 1.875);
    line-height: 1.25;
    font-weight: var(--_strong);
    letter-spacing: 0.03em;
    word-spacing: 0.06em;
    user-select: all;
  }
  .group:not(:only-child) {
    white-space: nowrap;
  }
  /* the gap is no character of the number: what is copied is raw */
  .group + .group::before {
    content: ' ';
    white-space: pre-wrap;
  }
  .yen {
    padding-block-end: 12px;
  }
  h3 {
    font-weight: var(--_strong);
    margin-block-end: 4px;
  }
  .steps small {
    line-height: 1.6;
  }
  /* one below the other where the words are longer than half a line */
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    overflow-wrap: break-word;
  }
  .pair .button {
    flex: 1 1 7.5em;
    inline-size: auto;
  }
  .paper {
    display: none;
  }
  @container reji (inline-size >= 37.3em) {
    .wide {
      display: grid;
      grid-template-columns: 1.05fr 1fr;
    }
    .wide .digits {
      font-size: min(var(--_size) * 1.875, 4.4cqi);
    }
    .wide > .deadline {
      grid-column: 1 / -1;
    }
    .wide > .mishin {
      grid-area: 2 / 2;
      inline-size: 1px;
      block-size: auto;
      background: linear-gradient(var(--_line-strong) 50%, transparent 0) 0 0 / 1px 8px round;
    }
    .wide > .how {
      grid-area: 2 / 2;
    }
  }
`;
