/** The part of the package `qrcode` that only encodes: a fifth smaller than its door, which also draws. */
declare module 'qrcode/lib/core/qrcode.js' {
  /**
   * Encodes a text in the smallest version that takes it.
   * @throws Error when it is empty or fits in no version
   */
  export function create(
    text: string,
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): {
    /** `size` modules on each side, `get` is truthy for a dark one. */
    modules: { size: number; get(row: number, column: number): number };
  };
}
