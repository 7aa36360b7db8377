const IMPLIED: Readonly<Record<string, string>> = {
  button: 'button, [role=button]',
  heading: 'h2',
  link: 'a[href]',
  textbox: 'input',
};

/** Elements of that role in the shadow root of a host, as a reader would look for them; hidden ones left out. */
export function allByRole<E extends HTMLElement = HTMLElement>(host: Element, role: string): E[] {
  const found = host.shadowRoot?.querySelectorAll<E>(IMPLIED[role] ?? `[role=${role}]`) ?? [];
  return [...found].filter((element) => element.checkVisibility());
}

/**
 * The element of that role whose name (its `aria-label`, else its text) contains the words.
 * @throws Error when there is none
 */
export function byRole<E extends HTMLElement = HTMLElement>(host: Element, role: string, name = ''): E {
  const found = allByRole<E>(host, role).find((element) => nameOf(element).includes(name));
  if (!found) throw new Error(`no ${role} named "${name}" in: ${textOf(host)}`);
  return found;
}

/** Name of an element: `aria-label`, else what it says. */
export function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? oneLine(element.textContent);
}

/** All that a host says in its own shadow root, in one line. */
export function textOf(host: Element): string {
  return oneLine(host.shadowRoot?.textContent);
}

function oneLine(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
