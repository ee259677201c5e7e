import { expect } from 'chai';
import fc from 'fast-check';
import { JsonFault } from '#etalon/infrastructure/json/json-fault.js';
import { EXPORT_LIMITS } from '#etalon/infrastructure/telegram/export-limits.js';
import type { JsonPathNode } from '#etalon/infrastructure/json/json-path-node.js';
import { JsonWalker } from '#etalon/infrastructure/json/json-walker.js';

const ROOT: JsonPathNode<string> = {
  role: 'root',
  expect: 'object',
  children: {
    name: { role: 'name', expect: 'any', whole: true },
    items: {
      role: 'items',
      expect: 'array',
      children: { '*': { role: 'item', expect: 'any', whole: true } },
    },
  },
};

type Told = readonly [string, ...unknown[]];

function walk(bytes: Buffer, cuts: readonly number[] = [], limits = EXPORT_LIMITS): Told[] {
  const told: Told[] = [];
  const walker = new JsonWalker(
    ROOT,
    {
      opened: (role, offset) => told.push(['opened', role, offset]),
      closed: (role) => told.push(['closed', role]),
      value: (role, value, offset) => told.push(['value', role, value, offset]),
    },
    limits,
  );
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  // One buffer is filled again and again, as the file reader does it.
  const buffer = Buffer.alloc(bytes.length);
  for (let index = 1; index < places.length; index++) {
    const length = bytes.copy(buffer, 0, places[index - 1], places[index]);
    walker.push(buffer.subarray(0, length));
  }
  walker.finish();
  return told;
}

function faultOf(text: string | Buffer, limits = EXPORT_LIMITS): string {
  try {
    walk(Buffer.from(text as string), [], limits);
  } catch (error) {
    if (error instanceof JsonFault) return error.message;
    throw error;
  }
  return 'no fault';
}

describe('JsonWalker', () => {
  it('hands on what was asked for, with offsets in bytes', () => {
    const text = '{"name":"имя","other":{"items":[1]},"items":[ {"a":[1,{}]} ,"x", 12]}';
    expect(walk(Buffer.from(text))).to.deep.equal([
      ['opened', 'root', 0],
      ['value', 'name', 'имя', 8],
      ['opened', 'items', 47],
      ['value', 'item', { a: [1, {}] }, 49],
      ['value', 'item', 'x', 63],
      ['value', 'item', 12, 68],
      ['closed', 'items'],
      ['closed', 'root'],
    ]);
  });

  it('reads the same however the bytes are cut', () => {
    const document = fc.record({ name: fc.string(), other: fc.jsonValue(), items: fc.array(fc.jsonValue()) });
    const property = fc.property(document, fc.array(fc.nat()), fc.nat(3), (value, cuts, indent) => {
      const bytes = Buffer.from(JSON.stringify(value, undefined, indent));
      const whole = walk(bytes);
      const items = whole.filter(([kind, role]) => kind === 'value' && role === 'item');
      expect(items.map(([, , item]) => item)).to.deep.equal(JSON.parse(JSON.stringify(value.items)));
      expect(
        walk(
          bytes,
          cuts.map((cut) => cut % (bytes.length + 1)),
        ),
      ).to.deep.equal(whole);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('reads byte by byte', () => {
    const bytes = Buffer.from('\ufeff{ "items" : [ "\\"а\\\\", {"b":"}]"}, -1.5e3, true, null ] } ');
    const everywhere = Array.from({ length: bytes.length }, (_, index) => index);
    expect(walk(bytes, everywhere)).to.deep.equal(walk(bytes));
  });

  it('refuses what JSON.parse refuses, and nothing else', () => {
    const mutated = fc
      .tuple(fc.jsonValue(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '1', '\\', 'x', '{', '\n'))
      .map(([value, place, insert]) => {
        const text = JSON.stringify({ other: value, items: [value] });
        const at = place % text.length;
        return text.slice(0, at) + insert + text.slice(at + (insert === '' ? 1 : 0));
      });
    const property = fc.property(mutated, (text) => {
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      expect(faultOf(text) === 'no fault', text).to.equal(parses && /^\s*\{/.test(text) && itemsAreList(text));
    });
    fc.assert(property, { numRuns: 500 });
  });

  const faults: readonly (readonly [string, string | Buffer, string])[] = [
    ['an empty file', '', 'byte 0: the file is empty'],
    ['white space alone', ' \n ', 'byte 3: the file is empty'],
    ['text', 'hello', 'byte 0: expected a value, found `h`'],
    ['a list', '[1]', 'byte 0: the file must be an object'],
    ['a number', '12', 'byte 0: the file must be an object'],
    ['a page', '<html>', 'byte 0: expected a value, found `<`'],
    ['a list where an object stands', '{"items":{}}', 'byte 9: `items` must be an array'],
    ['a missing colon', '{"a" 1}', 'byte 5: expected `:`, found `1`'],
    ['a missing comma', '{"a":1 "b":2}', 'byte 7: expected `,` or `}`, found `"`'],
    ['a comma too many', '{"a":[1,]}', 'byte 8: expected a value, found `]`'],
    ['a key that is none', '{a:1}', 'byte 1: expected a key or `}`, found `a`'],
    ['a broken literal', '{"a":nul}', 'byte 5: not a JSON value'],
    ['a broken string', '{"a":"\\x"}', 'byte 5: a broken string'],
    ['a fault inside an element', '{"items":[{"a":tru}]}', 'byte 15: not a JSON value'],
    ['brackets that do not match', '{"items":[{"a":[1}]}]}', 'byte 17: expected `,` or `]`, found `}`'],
    ['text behind the end', '{} x', 'byte 3: expected the end of the file, found `x`'],
    ['bytes behind the end', '{}\u0001', 'byte 2: expected the end of the file, found byte 0x01'],
    ['a cut between values', '{"a":1,', 'byte 7: the file ends inside a value'],
    ['a cut inside a string', '{"a":"bc', 'byte 8: the file ends inside a string'],
    ['a cut inside an element', '{"items":[{"a":1', 'byte 16: the file ends inside a value'],
    ['a cut inside a number', '{"items":[12', 'byte 12: the file ends inside a value'],
    ['bytes that are not UTF-8', Buffer.from('{"a":"b\xff"}', 'latin1'), 'byte 7: the bytes are not UTF-8'],
  ];
  for (const [name, text, message] of faults)
    it(`names the byte of ${name}`, () => {
      expect(faultOf(text)).to.equal(message);
    });

  it('bounds the size of a value before holding it', () => {
    const limits = { valueBytes: 100, depth: 10 };
    const fits = `{"items":["${'a'.repeat(97)}"]}`;
    const tooLarge = `{"items":["${'a'.repeat(99)}"]}`;
    expect(faultOf(fits, limits)).to.equal('no fault');
    expect(faultOf(tooLarge, limits)).to.equal('byte 10: one value is larger than 100 bytes');
    expect(faultOf(`{"other":"${'a'.repeat(500)}"}`, limits)).to.contain('byte 9: one value is larger');
    expect(faultOf(`{"other":${'1'.repeat(500)}}`, limits)).to.contain('byte 9: one value is larger');
  });

  it('bounds how deep brackets nest, in what is read and in what is passed over', () => {
    const limits = { valueBytes: 10_000, depth: 5 };
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(faultOf(`{"items":[${nested(3)}]}`, limits)).to.equal('no fault');
    expect(faultOf(`{"items":[${nested(4)}]}`, limits)).to.equal('byte 13: brackets nest deeper than 5 levels');
    expect(faultOf(`{"other":${nested(4)}}`, limits)).to.equal('no fault');
    expect(faultOf(`{"other":${nested(5)}}`, limits)).to.equal('byte 13: brackets nest deeper than 5 levels');
  });
});

function itemsAreList(text: string): boolean {
  const { items } = JSON.parse(text) as { items?: unknown };
  return items === undefined || Array.isArray(items);
}
