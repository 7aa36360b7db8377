import { css } from 'lit';

/**
 * The plate with the code. Dark on light in every theme and in forced colours, because that is what readers of codes
 * expect; `--_n` is the number of modules across. A dense code gets a larger plate, 3 px a module while there is room.
 */
export const qr = css`
  :host {
    --_qr: var(--reji-qr-size, 248px);
  }
  .qr {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    padding-block-start: 22px;
  }
  .qr .stack {
    gap: 20px;
    align-content: start;
  }
  .plate {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: min(100%, max(var(--_qr), var(--_n, 0) * 3px) + 2px);
    aspect-ratio: 1;
    margin-inline: auto;
    overflow: clip;
    forced-color-adjust: none;
    color: #141414;
    background: #fff;
    border: 1px solid light-dark(#dfdcd6, #fff);
    border-radius: 12px;
  }
  .code {
    inline-size: 100%;
    fill: currentColor;
  }
  .center {
    position: absolute;
    inline-size: 20%;
    aspect-ratio: 1;
    padding: 1%;
    background: #fff;
  }
  ::slotted(*) {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .say {
    text-align: center;
    text-wrap: balance;
  }
  .title.say {
    font-size: inherit;
    font-weight: inherit;
    line-height: inherit;
  }
  .qr .steps {
    display: none;
  }
  .plate.over {
    grid-template-columns: minmax(0, auto);
    align-content: center;
    gap: 14px;
    inline-size: min(100%, max(var(--_qr) + 2px, 16em));
    aspect-ratio: auto;
    min-block-size: calc(var(--_qr) + 2px);
    padding: 24px;
    overflow-wrap: break-word;
    text-align: center;
    forced-color-adjust: auto;
    color: var(--_text);
    background: var(--_sunken);
    border-color: var(--_line);
  }
  .over > * {
    position: relative;
  }
  .over .title {
    font-size: var(--_t3);
    line-height: 1.6;
  }
  .over .button {
    inline-size: auto;
    max-inline-size: 100%;
  }
  .over .corners {
    position: absolute;
    inset: 18px;
    inline-size: calc(100% - 36px);
    block-size: calc(100% - 36px);
    fill: none;
    stroke: var(--_line-strong);
    opacity: 0.7;
  }
  @container reji (inline-size >= 37em) {
    .split {
      grid-template-columns: calc(var(--_qr) + 2px) 1fr;
      gap: 36px;
      padding-block-start: 28px;
      align-items: start;
    }
    .split .steps {
      display: grid;
    }
    .split .button {
      padding-inline: 12px;
    }
    /* the steps say it; the heading stays for those who hear the page */
    .split .scan {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
`;
