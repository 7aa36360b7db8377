import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What has been drawn, as a PNG. @throws Error where the browser makes none of it */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!picture) throw new Error('no picture');
  return picture;
}

/** Saves pictures. Its object URL lives until the next one or the host's end: some browsers read it late. */
export class PictureSaver implements ReactiveController {
  /** The last picture could not be made. */
  failed = false;

  #host: ReactiveControllerHost;
  #url = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Hands the picture to the browser's downloads under that name. */
  async save(picture: Promise<Blob>, name: string): Promise<void> {
    this.hostDisconnected();
    try {
      const link = document.createElement('a');
      link.href = this.#url = URL.createObjectURL(await picture);
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
