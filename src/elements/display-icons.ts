import { svg } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icons.js';

/** More drawings of the kind in icons.ts, for what is paid or received elsewhere: no other payment fetches them. */
export const displayIcons = {
  back: icon(svg`<path d="M19.5 12h-15m6-6-6 6 6 6" />`),
  copy: icon(
    svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2" /><path d="M15.5 5.5V5A1.5 1.5 0 0 0 14 3.5H5A1.5 1.5 0 0 0 3.5 5v9A1.5 1.5 0 0 0 5 15.500h.5" />`,
  ),
  check: icon(svg`<path d="m5 12.5 4.5 4.500L19 7.5" />`),
  out: icon(
    svg`<path d="M13.5 4.500h6v6M19.5 4.500l-9 9M17.500 14v4a1.500 1.500 0 0 1-1.500 1.500H6A1.500 1.500 0 0 1 4.500 18V8A1.500 1.500 0 0 1 6 6.500h4" />`,
  ),
  phone: icon(svg`<rect x="7" y="2.5" width="10" height="19" rx="2.5" /><path d="M11 18.500h2" />`),
  save: icon(svg`<path d="M12 4v11m-4.5-4.500L12 15l4.5-4.500M4.5 19.500h15" />`),
} as const satisfies Record<string, TemplateResult>;
