import { alone } from '../theme/print.js';

const MARK = 'data-reji-print';

/**
 * Prints an element and nothing else of the page: everything it is in is marked for the time of printing, and a sheet
 * for paper adopted, which a strict Content-Security-Policy allows. Closed shadow roots on the way to it can't be
 * reached: what they put beside it prints too. A print that the reader starts by the browser's own menu is the page's.
 *
 * @param print opens the dialog @default the window's
 * @returns undoes the marks, if printing has not ended yet
 */
export function printAlone(element: HTMLElement, print: () => void = () => window.print()): () => void {
  const sheet = alone.styleSheet ?? new CSSStyleSheet();
  const marked: Element[] = [];
  const roots: (Document | ShadowRoot)[] = [];
  for (let at: Node | null = element; at; at = above(at)) {
    if (at instanceof Element) marked.push(at);
    else if (at instanceof Document || at instanceof ShadowRoot) roots.push(at);
  }
  for (const one of marked) one.setAttribute(MARK, one === element ? 'it' : '');
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const undo = () => {
    removeEventListener('afterprint', undo);
    for (const one of marked) one.removeAttribute(MARK);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  // not after print(): some browsers return from it before the page is taken
  addEventListener('afterprint', undo);
  print();
  return undo;
}

function above(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
