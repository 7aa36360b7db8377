/** Keys that are not a character, by their name in the DOM. */
export type NamedKey = 'Tab' | 'Enter' | 'ArrowDown' | 'ArrowUp' | 'Backspace';

/** A tab of some browser: the little that both ways of driving one can do. */
export interface Tab {
  /** Goes there, until the page is loaded. */
  open(url: string): Promise<void>;
  /** Runs a function in the page: its source text goes there, so it may use nothing but its arguments. */
  run<Given extends unknown[], Answer>(script: (...given: Given) => Answer, ...given: Given): Promise<Answer>;
  /** Presses the main mouse button there; CSS pixels of the window. */
  clickAt(x: number, y: number): Promise<void>;
  /** Types characters, or presses one named key. */
  type(text: string): Promise<void>;
  press(key: NamedKey): Promise<void>;
  reload(): Promise<void>;
  /** Shows this tab before the others. */
  show(): Promise<void>;
}

/** One buyer's browser: no cookies, no history, several tabs. */
export interface Browser {
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** A browser engine that is running. */
export interface Engine {
  name: string;
  newBrowser(): Promise<Browser>;
  close(): Promise<void>;
}

/** The source text that runs a function in a page. esbuild names inner functions by a call that pages don't know. */
export function sourceOf(script: (...given: never[]) => unknown, given: readonly unknown[]): string {
  const list = given.map((value) => JSON.stringify(value) ?? 'undefined').join(', ');
  return `(() => { const __name = (named) => named; return (${script.toString()})(${list}); })()`;
}
