import { expect } from '@open-wc/testing';
import { KeySet } from '../../src/client/key-set.js';
import { ServerClock } from '../../src/client/server-clock.js';
import { SessionDoor } from '../../src/client/session-door.js';
import { FakeTime } from './fake-time.js';
import { codeOf } from './refusal.js';
import { AUDIENCE, ISSUER, open, SESSION_URL, Signer } from './tokens.js';

const HOUR_MS = 3_600_000;

describe('SessionDoor', () => {
  let signer: Signer;
  let time: FakeTime;
  let clock: ServerClock;
  const make = (sessionUrl?: string) => {
    clock = new ServerClock({ now: time.buyer, monotonic: time.monotonic });
    const keys = new KeySet(signer.jwks, () => Promise.reject(new Error('no fetch expected')));
    return new SessionDoor({ sessionUrl, keys, audience: AUDIENCE, clock });
  };
  const instant = () => ({ sentMs: time.monotonic(), receivedMs: time.monotonic() });

  before(async () => {
    signer = await Signer.make();
  });
  beforeEach(() => {
    time = new FakeTime();
  });

  it('learns the address from the first token', async () => {
    const door = make();
    expect(() => door.sessionUrl).to.throw('session-missing');
    await door.inlined(await signer.sign(open, time.server()));
    expect(door.sessionUrl).to.equal(SESSION_URL);
  });

  it('learns it from a token that is too old, too', async () => {
    const door = make();
    expect(await codeOf(door.inlined(await signer.sign(open, time.server() - HOUR_MS)))).to.equal('token-expired');
    expect(door.sessionUrl).to.equal(SESSION_URL);
  });

  it('does not learn it from a token that can not be trusted', async () => {
    const door = make();
    const forger = await Signer.make();
    expect(await codeOf(door.inlined(await forger.sign(open, time.server())))).to.equal('token-signature');
    const foreign = await signer.sign(open, time.server(), { claims: { aud: 'https://evil.example' } });
    expect(await codeOf(door.inlined(foreign))).to.equal('token-audience');
    expect(() => door.sessionUrl).to.throw('session-missing');
  });

  it('refuses an issuer whose sessions can not be asked for', async () => {
    for (const iss of ['http://pay.example', 'javascript:alert(1)//', 'pay.example']) {
      const token = await signer.sign(open, time.server(), { claims: { iss } });
      expect(await codeOf(make().inlined(token)), iss).to.equal('session-url-invalid');
    }
  });

  it('lets in only the issuer and the session that the URL names', async () => {
    const token = await signer.sign(open, time.server());
    expect((await make(SESSION_URL).inlined(token)).iss).to.equal(ISSUER);
    expect(await codeOf(make('https://other.example/sessions/x').inlined(token))).to.equal('token-issuer');
    expect(await codeOf(make(`${ISSUER}/sessions/another`).inlined(token))).to.equal('session-mismatch');
  });

  it('lets in no other session later, by whichever way', async () => {
    const door = make();
    await door.inlined(await signer.sign(open, time.server()));
    const other = await signer.sign({ ...open, id: 'another', rev: 99 }, time.server());
    expect(await codeOf(door.pushed(other))).to.equal('session-mismatch');
    expect(await codeOf(door.answered(other, instant()))).to.equal('session-mismatch');
  });

  it('judges an inlined token by the clock of the buyer, while there is no other', async () => {
    time.buyerAheadMs = 2 * HOUR_MS;
    expect(await codeOf(make().inlined(await signer.sign(open, time.server())))).to.equal('token-expired');
    time.buyerAheadMs = -2 * HOUR_MS;
    await make().inlined(await signer.sign(open, time.server()));
    expect(clock.now()).to.equal(time.server());
  });

  for (const hours of [-2, 2]) {
    it(`believes the Date of an answer, not a buyer's clock ${hours} hours off`, async () => {
      time.buyerAheadMs = hours * HOUR_MS;
      const door = make(SESSION_URL);
      const token = await signer.sign(open, time.server());
      await door.answered(token, { ...instant(), dateMs: time.server() });
      expect(clock.now()).to.be.within(time.server(), time.server() + 1);
      const old = await signer.sign(open, time.server() - HOUR_MS);
      const replayed = door.answered(old, { ...instant(), dateMs: time.server() });
      expect(await codeOf(replayed)).to.equal('token-expired');
    });

    it(`believes the first answer's own stamp when it has no Date, with the clock ${hours} hours off`, async () => {
      time.buyerAheadMs = hours * HOUR_MS;
      const door = make(SESSION_URL);
      const old = await signer.sign(open, time.server());
      await door.answered(old, instant());
      expect(clock.now()).to.be.within(time.server(), time.server() + 1);
      await time.pass(HOUR_MS);
      expect(await codeOf(door.answered(old, instant()))).to.equal('token-expired');
      expect(await codeOf(door.pushed(old))).to.equal('token-expired');
      await door.pushed(await signer.sign(open, time.server()));
    });
  }

  it('uses whole seconds when issuedAt speaks of another time than iat', async () => {
    const door = make(SESSION_URL);
    await time.pass(700);
    const iat = Math.floor(time.server() / 1000);
    const session = { ...open, issuedAt: '2026-11-21T05:00:00.000Z' };
    await door.answered(await signer.sign(open, time.server(), { claims: { iat, session } }), instant());
    expect(Math.abs(clock.now() - time.server())).to.be.at.most(501);
  });
});
