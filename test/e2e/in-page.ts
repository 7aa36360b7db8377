// What runs inside of the browser's page. Each function is sent there as its own source text, so it leans on nothing
// outside of itself.

/** Where the middle of a thing is in the window, or why it can't be pressed there. */
export type Place = { x: number; y: number } | { problem: string };

/**
 * Looks for the element of a role and name as a reader would, through all open shadow roots, and brings it into view.
 * An exact name wins over one that only contains the words.
 */
export function placeOf(role: string, name: string): Place {
  if (document.readyState !== 'complete') return { problem: 'the page is still loading' };
  const implied: Record<string, string> = {
    button: 'button, [role=button], summary',
    link: 'a[href]',
    radio: 'input[type=radio]',
    textbox: 'input[type=text], input[type=tel], input[type=email], input:not([type])',
    searchbox: 'input[type=search]',
  };
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.localName === 'style') return '';
    return [...(node.shadowRoot ?? node).childNodes].map(textOf).join(' ');
  };
  const byIds = (element: Element, ids: string) => {
    const root = element.getRootNode() as ShadowRoot;
    return ids.split(' ').map((id) => root.getElementById(id)?.textContent ?? '');
  };
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby');
    if (ids) return oneLine(byIds(element, ids).join(' '));
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return oneLine(element.getAttribute('aria-label') ?? (labels.length ? labels : [element]).map(textOf).join(' '));
  };
  const below = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(implied[role] ?? `[role=${role}]`) ? [element] : []),
      ...(element.shadowRoot ? below(element.shadowRoot) : []),
    ]);
  const shown = below(document).filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const found =
    shown.find((element) => nameOf(element) === name) ?? shown.find((element) => nameOf(element).includes(name));
  if (!found) return { problem: `no ${role} "${name}" among: ${shown.map(nameOf).join(' | ')}` };
  if (found.matches(':disabled')) return { problem: `${role} "${name}" is disabled` };
  found.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const { left, top, width, height } = found.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let hit = document.elementFromPoint(x, y);
  const inside = () => hit?.shadowRoot?.elementFromPoint(x, y) ?? hit;
  while (inside() !== hit) hit = inside();
  for (let at: Node | null = hit; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
    if (at === found || (at as HTMLLabelElement).control === found) return { x, y };
  }
  return { problem: `${role} "${name}" is covered by ${hit?.outerHTML.slice(0, 80)}` };
}

/** All that the page says, in reading order and one line, hidden things left out. */
export function wordsOf(): string {
  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.localName === 'style' || !node.checkVisibility()) return '';
    const inner = node instanceof HTMLSlotElement ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    return [...inner].map(textOf).join(' ');
  };
  return textOf(document.body).replace(/\s+/g, ' ').trim();
}

/** When the document began, epoch milliseconds: no two have the same. */
export function loadedAtMs(): number {
  return performance.timeOrigin;
}

/** Goes back as the browser's button does. */
export function goBack(): void {
  history.back();
}

/** How high the whole page is, in CSS pixels. */
export function heightOf(): number {
  return document.documentElement.scrollHeight;
}

/** The page's address. Drivers hear of it later than the page itself. */
export function address(): string {
  return location.href;
}

/** What has the focus: its tag, and its name or value; empty when nothing has. */
export function focused(): string {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return '';
  const name = at.getAttribute('aria-label') ?? (at instanceof HTMLInputElement ? at.value : at.textContent);
  return `${at.localName} ${name ?? ''}`.replace(/\s+/g, ' ').trim();
}

/** When the result of a payment is on the screen, epoch milliseconds; looked for at every frame. */
export function resultAtMs(): Promise<number> {
  const title = () =>
    document.querySelector('reji-checkout')?.shadowRoot?.querySelector('reji-result')?.shadowRoot?.querySelector('h2');
  return new Promise((resolve) => {
    const look = () => (title() ? resolve(Date.now()) : void requestAnimationFrame(look));
    look();
  });
}

/** What sticks out of the window sideways, by tag and width; empty when nothing does. */
export function overflow(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const wide = (root: Document | ShadowRoot): string[] =>
    [...root.querySelectorAll('*')].flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const out = width > 1 && element.checkVisibility() && (right > clientWidth + 1 || left < -1);
      return [
        ...(out ? [`${element.localName}.${element.className} ${left}…${right}`] : []),
        ...(element.shadowRoot ? wide(element.shadowRoot) : []),
      ];
    });
  return scrollWidth > clientWidth ? [`page ${scrollWidth} > ${clientWidth}`, ...wide(document)] : wide(document);
}

/** Latin words that are broken in their middle for want of room, as they are read; empty when there are none. */
export function brokenWords(): string[] {
  const inNode = (node: Node): string[] => {
    if (node instanceof Text) {
      return [...node.data.matchAll(/\p{Script=Latin}+/gu)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return lines.size > 1 ? [word] : [];
      });
    }
    if (!(node instanceof Element) || node.localName === 'style' || !node.checkVisibility()) return [];
    return [...(node.shadowRoot ?? node).childNodes].flatMap(inNode);
  };
  return inNode(document.body);
}
