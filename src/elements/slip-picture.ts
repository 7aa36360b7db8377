import { digitGroups } from './digits.js';
import type { NumberEntry } from './number-figure.js';
import { pngOf } from './picture-saver.js';

/** What stands on the picture of a slip, in words. */
export interface SlipPicture {
  title: string;
  amount: string;
  /** Labels and numbers; long numbers are drawn in groups. */
  numbers: readonly NumberEntry[];
  /** Lines under the numbers: until when, and what to mind. */
  notes: readonly string[];
  /** Family of the letters, as CSS has it. */
  font: string;
}

/** Side margins, width and line of the picture, in pixels; it is drawn twice as large, to be read on a phone. */
const [MARGIN, WIDTH, SCALE] = [24, 400, 2];

/**
 * Draws a slip, dark on white, as a PNG that a phone shows without a network.
 * @throws Error where the browser has no canvas or makes no PNG of it
 */
export async function slipPicture({ title, amount, numbers, notes, font }: SlipPicture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const lines: { text: string; size: number; strong: boolean; y: number }[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, strong: boolean, gap: number) => {
    pen.font = fontOf(size, strong, font);
    for (const part of wrapped(pen, text)) {
      y += size * 1.4;
      lines.push({ text: part, size, strong, y });
    }
    y += gap;
  };
  write(title, 18, true, 4);
  write(amount, 26, true, 14);
  for (const { label, value } of numbers) {
    write(label, 13, false, 0);
    write(digitGroups(value).join(' '), 28, true, 12);
  }
  for (const note of notes) write(note, 14, false, 4);
  canvas.width = WIDTH * SCALE;
  canvas.height = (y + MARGIN) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, y + MARGIN);
  pen.fillStyle = '#141414';
  for (const line of lines) {
    pen.font = fontOf(line.size, line.strong, font);
    pen.fillText(line.text, MARGIN, line.y);
  }
  return pngOf(canvas);
}

function fontOf(size: number, strong: boolean, family: string): string {
  return `${strong ? 600 : 400} ${size}px ${family || 'sans-serif'}`;
}

/** A text in lines that fit: broken at blanks, and anywhere where there are none, as in Japanese. */
function wrapped(pen: CanvasRenderingContext2D, text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\x21-\x7e\u00a0-\u02ff]+|\s|./gu) ?? []) {
    if (line && pen.measureText(line + piece).width > WIDTH - 2 * MARGIN) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trim()].filter(Boolean);
}
