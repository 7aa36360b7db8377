import { css } from 'lit';

/** What payouts have beside the slips of payments: the words over the choice, a sign in place of the stamp, a question. */
export const receipt = css`
  .why {
    padding-block: 20px 10px;
  }
  .done {
    float: inline-end;
    margin-inline-start: 12px;
  }
  .done .icon {
    inline-size: calc(var(--_size) * 2);
    block-size: calc(var(--_size) * 2);
    stroke-width: 1.25;
  }
  .ask p:focus,
  .guard [part='code']:focus {
    outline: none;
  }
  .ask {
    display: grid;
    gap: 12px;
    padding: 16px;
    background: var(--_sunken);
    border-radius: var(--_radius);
  }
  .guard {
    display: grid;
    gap: 10px;
    padding-block: 4px 6px;
  }
  .guard .figure {
    padding-block: 0;
  }
  /* the ATM's name, as it stands on the machine */
  :host(:not(:lang(ja), :lang(zh))) .steps {
    word-break: keep-all;
  }
  @media (forced-colors: active) {
    .ask {
      border: 1px solid CanvasText;
    }
  }
`;
