import type { create } from 'qrcode/lib/core/qrcode.js';

/** A code ready to be drawn on a grid with one unit a module. */
export interface QrCode {
  /** Modules on each side, with the quiet zone. */
  side: number;
  /** The dark modules as an SVG path, whole numbers only. */
  path: string;
  /** True when the middle may be covered by a mark: the error correction makes up for it. */
  markable: boolean;
}

/** The encoder, as the package has it. */
export type Encode = typeof create;

/** Light modules around a code: ISO/IEC 18004. */
const QUIET = 4;
/** The most modules on each side, quiet zone included, that are 3 px wide on a plate of 248 px. */
export const MOST_MODULES = 82;
/** What the largest code holds when all of it are digits; more is not even tried. */
const MOST_CHARACTERS = 7089;

let encoder: Promise<Encode> | undefined;

/** Fetches the encoder, once for the page. A failure is not kept: the next call tries again. */
export function loadEncoder(): Promise<Encode> {
  encoder ??= import('qrcode/lib/core/qrcode.js').then(
    (core) => core.create,
    (error: unknown) => {
      encoder = undefined;
      throw error;
    },
  );
  return encoder;
}

/**
 * Encodes a payload so that a phone reads it from a screen: error correction M, or L where M would be too dense. With
 * a mark in the middle it is H, and where that is too dense there is no mark: reading comes first.
 *
 * @returns undefined when there is nothing to encode, or more than a code holds: 2953 bytes
 */
export function encodeQr(encode: Encode, payload: string, marked: boolean): QrCode | undefined {
  if (payload.length > MOST_CHARACTERS) return undefined;
  const at = (errorCorrectionLevel: 'L' | 'M' | 'H'): QrCode | undefined => {
    try {
      return drawing(encode(payload, { errorCorrectionLevel }).modules, errorCorrectionLevel === 'H');
    } catch {
      return undefined;
    }
  };
  const fitting = (code: QrCode | undefined) => (code && code.side <= MOST_MODULES ? code : undefined);
  return (marked ? fitting(at('H')) : undefined) ?? fitting(at('M')) ?? at('L');
}

/** One rectangle for each run of dark modules in a row. */
function drawing(modules: ReturnType<Encode>['modules'], markable: boolean): QrCode {
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const from = column;
      while (column < size && modules.get(row, column)) column++;
      if (column > from) path += `M${from + QUIET} ${row + QUIET}h${column - from}v1h${from - column}z`;
    }
  }
  return { side: size + 2 * QUIET, path, markable };
}
