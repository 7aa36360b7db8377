import { css } from 'lit';

/** Numbered steps with hairlines. */
export const steps = css`
  .steps {
    display: grid;
    counter-reset: step;
  }
  .steps li {
    counter-increment: step;
    display: grid;
    grid-template-columns: 1.85em 1fr;
    font-size: var(--_t2);
    line-height: 1.65;
    padding-block: 9px;
    border-block-start: var(--_hair) solid var(--_line);
  }
  .steps li:first-child {
    border: 0;
  }
  .steps li::before {
    content: counter(step);
    font-variant-numeric: tabular-nums;
    font-weight: var(--_strong);
  }
  .steps small {
    display: block;
    font-size: var(--_t1);
    color: var(--_muted);
  }
`;
