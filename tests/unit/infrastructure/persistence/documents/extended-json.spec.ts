import { BSON, Decimal128, Long } from 'mongodb';
import { expect } from 'chai';
import fc from 'fast-check';
import { fromExtendedJson } from '#etalon/infrastructure/persistence/documents/extended-json.js';
import { fromMongo, toMongo } from '#etalon/infrastructure/persistence/mongodb/document-codec.js';
import { expectCode } from '../../../../support/expect-code.js';

const LABEL = { collection: 'digests', id: 'd1' };
const { EJSON } = BSON;

const read = (document: unknown): unknown => fromExtendedJson(document, LABEL);

const name = fc.stringMatching(/^[a-z_]{1,8}$/).filter((text) => text !== '__proto__');
const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const leaf = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  // A whole double beyond 2^53 is written as a long by this library, and as a double by mongoexport.
  fc.double().filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value)),
  fc.integer(),
  fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
  fc.maxSafeInteger(),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map((value) => Long.fromBigInt(value)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new BSON.ObjectId(bytes)),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => new BSON.Binary(bytes)),
  fc.uuid({ version: 4 }).map((uuid) => new BSON.UUID(uuid)),
  fc
    .constantFrom('1.50', '-0', '9'.repeat(34), '1E-6000', 'NaN', 'Infinity')
    .map((value) => Decimal128.fromString(value)),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(name, tie('tree'), { maxKeys: 4 }),
  ),
}));
const moments = fc.record({
  created_at: fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
  posts: fc.array(fc.record({ date: fc.date({ min: new Date(0), max: new Date('2999-12-31'), noInvalidDate: true }) })),
});

/** A document as a driver gives it after it lay in a server. */
function stored(document: object): Record<string, unknown> {
  return BSON.deserialize(BSON.serialize(document));
}

describe('fromExtendedJson', () => {
  it('gives of canonical Extended JSON what the document itself is in the form of all stores', () => {
    fc.assert(
      fc.property(fc.dictionary(name, tree, { maxKeys: 4 }), moments, (own, known) => {
        const document = { own, ...known };
        const canonical = JSON.parse(EJSON.stringify(document, { relaxed: false })) as unknown;
        expect(withoutDecimals(read(canonical))).to.deep.equal(withoutDecimals(fromMongo(stored(document), LABEL)));
      }),
    );
  });

  it('gives of relaxed Extended JSON the same, as far as that keeps all digits', () => {
    fc.assert(
      fc.property(
        moments,
        text,
        fc.integer(),
        fc.double({ noDefaultInfinity: true, noNaN: true }),
        (known, word, n, x) => {
          const document = { ...known, word, n, x: x === 0 ? 0 : x };
          const relaxed = JSON.parse(EJSON.stringify(document, { relaxed: true })) as unknown;
          expect(read(relaxed)).to.deep.equal(fromMongo(stored(document), LABEL));
        },
      ),
    );
  });

  it('comes back from a server as it went in', () => {
    fc.assert(
      fc.property(fc.dictionary(name, tree, { maxKeys: 4 }), moments, (own, known) => {
        const form = fromMongo(stored({ own, ...known }), LABEL);
        expect(fromMongo(stored(toMongo(form)), LABEL)).to.deep.equal(form);
      }),
    );
  });

  for (const [title, form, expected] of [
    ['an int', { $numberInt: '42' }, 42],
    ['a long', { $numberLong: '-9007199254740991' }, -9007199254740991],
    ['a long that a number would lose', { $numberLong: '9007199254740993' }, { $numberLong: '9007199254740993' }],
    ['a double', { $numberDouble: '1.5E3' }, 1500],
    ['minus zero', { $numberDouble: '-0.0' }, { $numberDouble: '-0.0' }],
    ['no number', { $numberDouble: 'NaN' }, { $numberDouble: 'NaN' }],
    ['a decimal', { $numberDecimal: '0.25' }, 0.25],
    ['a decimal that a number would lose', { $numberDecimal: '0.250' }, { $numberDecimal: '0.250' }],
    ['a moment', { $date: '2024-05-05T15:00:00+03:00' }, { $date: '2024-05-05T12:00:00.000Z' }],
    ['a moment in milliseconds', { $date: { $numberLong: '0' } }, { $date: '1970-01-01T00:00:00.000Z' }],
    ['a moment before all', { $date: { $numberLong: '-1' } }, { $date: { $numberLong: '-1' } }],
    ['a symbol', { $symbol: 'x' }, 'x'],
    ['a timestamp', { $timestamp: { t: 1, i: 2 } }, { $timestamp: { t: 1, i: 2 } }],
    [
      'an expression',
      { $regularExpression: { pattern: 'a', options: 'mi' } },
      { $regularExpression: { pattern: 'a', options: 'im' } },
    ],
  ] as const) {
    it(`reads ${title}`, () => {
      expect(read({ x: form })).to.deep.equal({ x: expected });
    });
  }

  it('leaves out what is undefined, and writes known moments as ISO strings', () => {
    const date = { $date: '2024-05-05T12:00:00Z' };
    expect(read({ a: { $undefined: true }, created_at: date, posts: [{ date }], items: [{ date }] })).to.deep.equal({
      created_at: '2024-05-05T12:00:00.000Z',
      posts: [{ date: '2024-05-05T12:00:00.000Z' }],
      items: [{ date: { $date: '2024-05-05T12:00:00.000Z' } }],
    });
  });

  for (const [title, json, path] of [
    ['an unknown form', '{"x":{"$where":"1"}}', '/x'],
    ['an operator beside others', '{"x":{"a":1,"$set":2}}', '/x'],
    ['a malformed number', '{"x":{"$numberInt":"1.5"}}', '/x'],
    ['an int out of range', '{"x":{"$numberInt":"9999999999"}}', '/x'],
    ['a long out of range', '{"x":{"$numberLong":"9223372036854775808"}}', '/x'],
    ['a double out of range', '{"x":{"$numberDouble":"1e400"}}', '/x'],
    ['a number out of range', '{"x":[1e400]}', '/x/0'],
    ['a decimal of too many digits', `{"x":{"$numberDecimal":"0.${'1'.repeat(40)}"}}`, '/x'],
    ['a moment out of range', '{"x":{"$date":{"$numberLong":"9000000000000000000"}}}', '/x'],
    ['a moment that is none', '{"x":{"$date":"yesterday"}}', '/x'],
    ['a day that is none', '{"x":{"$date":"2024-13-45T00:00:00Z"}}', '/x'],
    ['a malformed id', '{"_id":{"$oid":"zz"}}', '/_id'],
    ['a name of a prototype', '{"x":{"__proto__":{"polluted":true}}}', '/x'],
    ['a name with a dot', '{"feature_flags":{"a.b":true}}', '/feature_flags'],
    ['an empty name', '{"":1}', ''],
    ['a name with NUL', '{"x":{"a\\u0000b":1}}', '/x'],
    ['half of a pair', '{"x":"\\ud83d"}', '/x'],
  ] as const) {
    it(`refuses ${title} by its path`, async () => {
      const error = await expectCode('STORE_DOCUMENT_INVALID', () => read(JSON.parse(json)));
      expect(error.details['path']).to.equal(path);
      expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    });
  }
});

/** Decimals become numbers in an import where no digit is lost; a server keeps their type. */
function withoutDecimals(document: unknown): unknown {
  return JSON.parse(
    JSON.stringify(document, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && '$numberDecimal' in value
        ? { decimal: Number(value.$numberDecimal) }
        : value,
    ),
  );
}
