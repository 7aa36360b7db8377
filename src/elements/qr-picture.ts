import { pngOf } from './picture-saver.js';
import type { QrCode } from './qr-code.js';

/** Pixels that a module has at least in a saved picture, and that the picture's side has. */
const MODULE_PX = 8;
const SIDE_PX = 512;

/**
 * Draws a code, quiet zone included, as a PNG with at least 8 px a module.
 * @throws Error where the browser has no canvas or makes no PNG of it
 */
export async function qrPicture({ side, path }: QrCode): Promise<Blob> {
  const scale = Math.max(MODULE_PX, Math.ceil(SIDE_PX / side));
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * scale;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(scale, scale);
  pen.fillStyle = '#141414';
  pen.fill(new Path2D(path));
  return pngOf(canvas);
}
