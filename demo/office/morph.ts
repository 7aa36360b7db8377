/**
 * Makes an element like another one and touches nothing that is like it already: focus, what is typed, and what is
 * selected stay. Children that have an id are told by it. A form that is marked with `data-keep` stays as it is while
 * its mark does, and also with another mark while somebody fills it in.
 */
export function morph(now: Element, next: Element): void {
  if (now.isEqualNode(next) || isKept(now, next)) return;
  sameAttributes(now, next);
  // What is inside of one of our elements is its own.
  if (!now.localName.includes('-')) sameChildren(now, next);
}

function isKept(now: Element, next: Element): boolean {
  if (!(now instanceof HTMLFormElement)) return false;
  const { keep, edited } = now.dataset;
  const isBusy = edited !== undefined || now.contains(document.activeElement);
  if (keep === undefined) return isBusy;
  return isBusy || keep === (next as HTMLElement).dataset['keep'];
}

function sameAttributes(now: Element, next: Element): void {
  for (const { name } of [...now.attributes]) if (!next.hasAttribute(name)) now.removeAttribute(name);
  for (const { name, value } of next.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
}

function sameChildren(now: Element, next: Element): void {
  const ids = new Set([...next.children].map(({ id }) => id));
  for (const child of [...now.children]) if (child.id && !ids.has(child.id)) child.remove();
  let cursor = now.firstChild;
  for (const wanted of [...next.childNodes]) {
    const found = matching(now, cursor, wanted);
    if (!found) {
      now.insertBefore(document.importNode(wanted, true), cursor);
      continue;
    }
    if (found === cursor) cursor = cursor.nextSibling;
    else now.insertBefore(found, cursor);
    if (found instanceof Element && wanted instanceof Element) morph(found, wanted);
    else if (found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
  }
  while (cursor) {
    const after: ChildNode | null = cursor.nextSibling;
    cursor.remove();
    cursor = after;
  }
}

/** The child that stands for the wanted one: that of its id, else the next one when it is of the same kind. */
function matching(now: Element, cursor: ChildNode | null, wanted: ChildNode): ChildNode | undefined {
  const id = wanted instanceof Element ? wanted.id : '';
  const own = cursor instanceof Element ? cursor.id : '';
  if (id)
    return [...now.children].find((child) => child.id === id && child.localName === wanted.nodeName.toLowerCase());
  return cursor && !own && cursor.nodeName === wanted.nodeName ? cursor : undefined;
}
