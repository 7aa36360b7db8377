import { expect } from '@open-wc/testing';
import { EventReader } from '../../src/client/event-reader.js';

/** What a stream in these pieces says. */
function read(...pieces: string[]) {
  const said: (string | number)[] = [];
  const reader = new EventReader({ data: (data) => said.push(data), retry: (ms) => said.push(ms) }, 1000);
  const fits = pieces.map((piece) => reader.feed(piece));
  return { said, fits: fits.every(Boolean) };
}

const STREAM =
  'retry: 3000\n\n:\n\nid: 7\ndata: a.b.c\n\n: beat\nid: 8\nevent: x\ndata:one\ndata: two\ndata\n\ndata: last';
const SAID = [3000, 'a.b.c', 'one\ntwo\n'];

describe('the event reader', () => {
  for (const [name, ending] of [
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    const stream = STREAM.replaceAll('\n', ending);

    it(`reads a stream with ${name}`, () => expect(read(stream).said).to.deep.equal(SAID));

    it(`reads it in pieces cut anywhere, with ${name}`, () => {
      for (let at = 0; at <= stream.length; at += 1) {
        expect(read(stream.slice(0, at), stream.slice(at)).said, `cut at ${at}`).to.deep.equal(SAID);
      }
      expect(read(...stream).said).to.deep.equal(SAID);
    });
  }

  it('ignores fields it does not know, a byte order mark, and what is no field', () => {
    expect(read('\ufeffdata: a\n\nnonsense\nretry: soon\nretry: -1\ndatum: b\n\ndata: c\n\n').said).to.deep.equal([
      'a',
      'c',
    ]);
  });

  it('keeps blanks and colons of the data, but for one blank after the name', () => {
    expect(read('data:  {"a": ":"} \n\n').said).to.deep.equal([' {"a": ":"} ']);
  });

  it('tells an event without data from one with empty data', () => {
    expect(read('id: 1\n\ndata\n\ndata:\n\n').said).to.deep.equal(['', '']);
  });

  it('says when an event is too long, in one line or in many', () => {
    expect(read('data: ' + 'x'.repeat(1001)).fits).to.equal(false);
    expect(read(...Array.from({ length: 200 }, () => 'data: 123456\n')).fits).to.equal(false);
    expect(read(...Array.from({ length: 200 }, () => 'data: 123456\n\n')).fits).to.equal(true);
  });
});
