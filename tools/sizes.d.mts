/** Brotli bytes together and of each file. */
export interface Weight {
  bytes: number;
  files: { file: string; bytes: number }[];
}
export interface Measured {
  picker: Weight;
  redirect: Weight;
  keeper: Weight;
  slips: Weight;
  qr: Weight;
  everything: Weight;
  payouts: Weight;
}
export const BUDGETS: Record<keyof Measured, { title: string; limit: number }>;
export function measure(): Promise<Measured>;
export function kB(bytes: number): string;
