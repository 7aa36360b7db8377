import type { ReactiveController, ReactiveControllerHost } from 'lit';
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
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!picture) throw new Error('no picture');
  return picture;
}

/** Saves codes as pictures. Its object URL lives until the next one or the host's end: some browsers read it late. */
export class QrSaver implements ReactiveController {
  /** The last picture could not be made. */
  failed = false;

  #host: ReactiveControllerHost;
  #url = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Hands the picture to the browser's downloads under that name. */
  async save(code: QrCode, name: string): Promise<void> {
    this.hostDisconnected();
    try {
      const link = document.createElement('a');
      link.href = this.#url = URL.createObjectURL(await qrPicture(code));
      link.download = name;
      link.click();
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    URL.revokeObjectURL(this.#url);
  }
}
