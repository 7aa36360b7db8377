/**
 * Puts the text on the clipboard, exactly as it is. Where the page may not write (plain http, an iframe without the
 * permission) a selection is copied instead, the old way.
 *
 * @param root where the selection may be made for a moment; its focus is given back
 * @returns true only when the browser says that the clipboard has it
 */
export async function copyText(text: string, root: ShadowRoot): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text, root);
  }
}

function copySelection(text: string, root: ShadowRoot): boolean {
  const focused = root.activeElement;
  const area = document.createElement('textarea');
  area.className = 'sr';
  area.readOnly = true;
  area.value = text;
  root.append(area);
  area.focus({ preventScroll: true });
  area.setSelectionRange(0, text.length);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
