import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

/** Drawn signs of marks that have no letters, on a 24 grid. Apart from the icons, because the first screen has them. */
export const signs = {
  window: svg`<rect x="3.5" y="5" width="17" height="14" rx="2" /><path d="M3.5 9.500h17M6.5 7.300h.01" />`,
  keeper: svg`<rect x="6.5" y="2.5" width="11" height="19" rx="2.5" /><path d="m9.5 12 2 2 3.5-4" />`,
  ticket: svg`<rect x="3" y="6.5" width="18" height="11" rx="2" /><path d="M7 12h.01M10.3 12h.01M13.6 12h.01M17 12h.01" />`,
  bank: svg`<path d="M3.5 9.5 12 4l8.5 5.500zM5.5 12.500v5m4.3-5v5m4.4-5v5m4.3-5v5M3.5 20.500h17" />`,
  atm: svg`<rect x="3.5" y="4" width="17" height="9" rx="1.5" /><path d="M7 9h10v11H7zM10 13h4" />`,
  gift: svg`<rect x="3" y="6" width="18" height="12.5" rx="2" /><path d="M3 10h18M6.5 14.500h4" />`,
} as const satisfies Record<string, SVGTemplateResult>;
