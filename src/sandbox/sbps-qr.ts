import { create } from 'qrcode';
import { markup } from './markup.js';
import type { Markup } from './markup.js';

/** Modules of light around a code. Source: ISO/IEC 18004, quiet zone. */
const quietZone = 4;

/** A code as a picture in the page: dark on light in every scheme, for a phone to read from the screen. */
export function qrPicture(text: string, label: string): Markup {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const cells = Array.from(modules.data.entries(), ([index, dark]) =>
    dark ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : '',
  );
  const edge = size + 2 * quietZone;
  return markup`<svg class="qr" viewBox="${-quietZone} ${-quietZone} ${edge} ${edge}" role="img" aria-label="${label}" shape-rendering="crispEdges">
<rect x="${-quietZone}" y="${-quietZone}" width="${edge}" height="${edge}" fill="#fff" /><path d="${cells.join('')}" fill="#000" />
</svg>`;
}
