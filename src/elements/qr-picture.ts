import type { QrCode } from './qr-code.js';

/** Pixels a module has at least in a saved picture, and those of its side at least. */
const MODULE_PX = 8;
const SIDE_PX = 512;

/**
 * Draws a code, quiet zone included, as a PNG with at least 8 px a module.
 * @throws Error where the browser gives no canvas or makes no PNG of it
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
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!picture) throw new Error('no picture');
  return picture;
}

/**
 * Hands a file to the browser's downloads.
 * @returns the object URL; some browsers still read it a moment later, so the caller revokes it when it is done
 */
export function download(file: Blob, name: string): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  return link.href;
}
