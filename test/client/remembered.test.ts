import { expect } from '@open-wc/testing';
import { alreadyPosted, rememberPosted } from '../../src/client/remembered.js';

const KEY = 'reji:posted';

describe('remembered', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage');
  const blockStorage = (get: () => Storage) =>
    Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get });

  afterEach(() => {
    if (own) Object.defineProperty(globalThis, 'sessionStorage', own);
    sessionStorage.removeItem(KEY);
  });

  it('knows only the attempts that were posted', () => {
    expect(alreadyPosted('a1')).to.be.false;
    rememberPosted('a1');
    expect(alreadyPosted('a1')).to.be.true;
    expect(alreadyPosted('a2')).to.be.false;
  });

  it('reads what the tab wrote before a reload', () => {
    sessionStorage.setItem(KEY, '["before-reload"]');
    expect(alreadyPosted('before-reload')).to.be.true;
    rememberPosted('after-reload');
    expect(JSON.parse(sessionStorage.getItem(KEY) ?? '')).to.deep.equal(['after-reload', 'before-reload']);
  });

  it('keeps the last 20 and each once', () => {
    for (let n = 0; n < 30; n++) rememberPosted(`n${n}`);
    rememberPosted('n25');
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '') as string[];
    expect(kept).to.have.length(20);
    expect(kept.slice(0, 3)).to.deep.equal(['n25', 'n29', 'n28']);
    expect(alreadyPosted('n5')).to.be.false;
  });

  it('does not mind what else lies there', () => {
    for (const odd of ['{', '{}', 'null', '[1,null,{}]']) {
      sessionStorage.setItem(KEY, odd);
      expect(alreadyPosted('odd'), odd).to.be.false;
    }
    rememberPosted('even');
    expect(alreadyPosted('even')).to.be.true;
  });

  it('remembers for the page when the tab has no storage', () => {
    blockStorage(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(alreadyPosted('private')).to.be.false;
    rememberPosted('private');
    rememberPosted('private-2');
    expect(alreadyPosted('private')).to.be.true;
    expect(alreadyPosted('private-2')).to.be.true;
  });

  it('remembers for the page when the storage is full', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    blockStorage(() => full as unknown as Storage);
    rememberPosted('full');
    expect(alreadyPosted('full')).to.be.true;
  });
});
