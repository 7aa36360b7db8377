import { expect } from '@open-wc/testing';
import { PROBLEM_STATUS } from '../../src/contract/problem.js';
import { ISSUER, Till } from './till.js';

type Json = Record<string, unknown>;

/** Every `$ref` below a value. */
function refs(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refs);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === '$ref' ? [String(one)] : refs(one)));
}

describe('GET /openapi.json', () => {
  let document: { openapi: string; servers: Json[]; paths: Record<string, Json>; components: { schemas: Json } };
  before(async () => {
    document = JSON.parse((await new Till().call('/openapi.json')).text) as typeof document;
  });

  it('describes this server', () => {
    expect(document.openapi).to.equal('3.1.0');
    expect(document.servers).to.deep.equal([{ url: ISSUER }]);
  });

  it('has every route, and every route answers', async () => {
    const till = new Till();
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const method of Object.keys(methods)) {
        const url = path.replace('{provider}', 'fake').replaceAll(/\{\w+\}/g, 'x');
        const answer = await till.call(url, { method: method.toUpperCase() });
        const unknown = answer.status === 404 && answer.text.includes('"not-found"') && !url.startsWith('/returns');
        expect(unknown || answer.status === 405, `${method} ${path}`).to.equal(false);
      }
    }
    expect(Object.keys(document.paths)).to.have.length(21);
  });

  it('points at schemas that are there', () => {
    for (const ref of refs(document.paths)) {
      expect(document.components.schemas).to.have.property(ref.replace('#/components/schemas/', ''));
    }
    expect(refs(document.paths).length).to.be.above(10);
  });

  it('makes its schemas of those that check', () => {
    const { CreateSessionRequest, SessionClaims } = document.components.schemas as Record<string, Json>;
    expect(CreateSessionRequest?.['required']).to.deep.equal(['order', 'amount', 'customer']);
    expect(JSON.stringify(SessionClaims)).to.contain('needsAttention').and.to.contain('returnUrl');
    expect(JSON.stringify(document)).not.to.contain('$schema');
  });

  it('names every code', () => {
    const text = JSON.stringify(document.paths);
    for (const code of Object.keys(PROBLEM_STATUS)) expect(text).to.contain(code);
  });
});
