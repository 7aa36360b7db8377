/** The banks of Japan with their branches, by code. The package itself has no types. */
declare module 'zengin-code' {
  interface Named {
    /** 4 digits of a bank, 3 of a branch. */
    code: string;
    name: string;
    /** Its reading in full-width katakana, big ones only. */
    kana: string;
    roma: string;
  }
  const banks: Record<string, Named & { branches: Record<string, Named> }>;
  export default banks;
}
