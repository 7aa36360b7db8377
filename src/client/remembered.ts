const KEY = 'reji:posted';
const LIMIT = 20;

/** Stands in where the tab has no storage (private mode, blocked cookies); lost with the page. */
let here: string[] = [];

function stored(): string[] {
  try {
    const list: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
  } catch {
    // Without storage even reading the property throws.
    return here;
  }
}

/** True when this tab has already sent the buyer to the provider for this attempt, before a reload or Back too. */
export function alreadyPosted(attempt: string): boolean {
  return here.includes(attempt) || stored().includes(attempt);
}

/** Remembers that the buyer is sent away for this attempt, as long as the tab lives. The last 20 attempts are kept. */
export function rememberPosted(attempt: string): void {
  here = [attempt, ...stored().filter((id) => id !== attempt)].slice(0, LIMIT);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(here));
  } catch {
    // No storage, or a full one: what is held here has to do.
  }
}
