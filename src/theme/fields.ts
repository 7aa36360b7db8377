import { css } from 'lit';

/** Labelled inputs. */
export const fields = css`
  .field {
    display: grid;
    gap: 6px;
  }
  .label {
    font-size: var(--_t2);
    font-weight: var(--_strong);
    line-height: 1.5;
    display: flex;
    gap: 8px;
    align-items: baseline;
    justify-content: space-between;
  }
  .label .note {
    font-weight: 400;
  }
  .input {
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding: 10px 14px;
    font: inherit;
    font-size: max(16px, var(--_t3));
    line-height: 1.5;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .input:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
    outline-width: 2px;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .input--digits {
    font-family: var(--_font-number);
    font-variant-numeric: tabular-nums;
    font-size: min(var(--_size) * 1.375, max(16px, 10cqi));
    letter-spacing: 0.06em;
  }
  .wrong {
    color: var(--_danger);
    font-size: var(--_t1);
    line-height: 1.6;
    display: flex;
    gap: 6px;
    align-items: start;
  }
  .wrong .icon {
    margin-block-start: 0.15em;
  }
`;
