/** A request that has found its route. `params` are the decoded parts of the path. */
export interface Call {
  request: Request;
  url: URL;
  params: Readonly<Record<string, string>>;
}

/** Who calls a route decides what is checked before and which headers the answer has. */
export type Caller = 'browser' | 'shop' | 'provider' | 'anyone';

/** One row of the route table. A part of `path` that begins with `:` matches anything but a slash. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  caller: Caller;
  handle(call: Call): Promise<Response>;
}

/** The rows whose path fits, whatever their method, with the parts of the path. */
export function routesAt(
  routes: readonly Route[],
  pathname: string,
): { routes: Route[]; params: Record<string, string> } {
  const parts = pathname.split('/');
  const found = routes.filter(({ path }) => fits(path.split('/'), parts));
  const pattern = found[0]?.path.split('/') ?? [];
  const params = pattern.flatMap((name, i) => (name.startsWith(':') ? [[name.slice(1), decoded(parts[i])]] : []));
  return { routes: found, params: Object.fromEntries(params) as Record<string, string> };
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  if (pattern.length !== parts.length) return false;
  return pattern.every((name, i) => (name.startsWith(':') ? decoded(parts[i]) !== '' : name === parts[i]));
}

/** '' for what is no valid escaping or holds control characters, which then fits no route. */
function decoded(part: string | undefined): string {
  try {
    const text = decodeURIComponent(part ?? '');
    return /\p{Cc}/u.test(text) ? '' : text;
  } catch {
    return '';
  }
}
