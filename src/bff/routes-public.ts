import { errorFacts } from './log.js';
import { Refusal } from './problem-response.js';
import type { Route } from './route.js';
import type { Settings } from './settings.js';

/** What anyone may read: the keys, the description of this server, and whether it is well. */
export function publicRoutes(settings: Settings): Route[] {
  const cached = { 'Cache-Control': 'public, max-age=300' };
  return [
    {
      method: 'GET',
      path: '/.well-known/jwks.json',
      caller: 'anyone',
      handle: () => Promise.resolve(Response.json(settings.signer.jwks(), { headers: cached })),
    },
    {
      method: 'GET',
      path: '/openapi.json',
      caller: 'anyone',
      // Loaded when asked for: the schemas are turned into JSON Schema by code that nothing else needs.
      handle: async () => {
        const { openApi } = await import('./openapi.js');
        return Response.json(openApi(settings.issuer), { headers: cached });
      },
    },
    {
      method: 'GET',
      path: '/healthz',
      caller: 'anyone',
      handle: async () => {
        try {
          await settings.store.ping();
        } catch (error) {
          settings.log({ level: 'error', event: 'store', ...errorFacts(error) });
          throw new Refusal('unavailable', { headers: { 'Retry-After': '5' } });
        }
        return Response.json({ status: 'ok' });
      },
    },
  ];
}
