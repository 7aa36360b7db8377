import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

/** A line drawing of these shapes. */
export const icon = (shape: SVGTemplateResult) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;

/** Line drawings on a 24 grid, for eyes only: the words stand beside them. */
export const icons = {
  go: icon(svg`<path d="M4.5 12h15m-6-6 6 6-6 6" />`),
  lock: icon(svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2" /><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />`),
  info: icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 11v5.5M12 7.8h.01" />`),
  clock: icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7v5l3.5 2" />`),
  alert: icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5v5.5M12 16.3h.01" />`),
  minus: icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M8 12h8" />`),
  again: icon(svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9M19.5 4.5V9H15" />`),
  offline: icon(
    svg`<path d="M4 4l16 16M8.5 8.300A9.5 9.5 0 0 0 4 11M11.5 6.600A12 12 0 0 1 21.5 10M7 15a6.5 6.5 0 0 1 4-1.900M15.5 13.8 17 15M12 19h.01" />`,
  ),
  print: icon(
    svg`<path d="M7 8.500v-5h10v5M7 17.500H5A1.5 1.5 0 0 1 3.5 16v-6A1.5 1.5 0 0 1 5 8.500h14a1.5 1.5 0 0 1 1.5 1.500v6a1.5 1.5 0 0 1-1.5 1.500h-2M7 14h10v6.500H7z" />`,
  ),
} as const satisfies Record<string, TemplateResult>;
