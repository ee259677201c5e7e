import { expect } from 'chai';
import fc from 'fast-check';
import { BSON, Decimal128, Double, Int32, Long, ObjectId } from 'mongodb';
import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { digestSource } from '#etalon/infrastructure/persistence/documents/digest-source.js';
import { readSample, toSampleDocument } from '#etalon/infrastructure/persistence/documents/sample-document.mapper.js';
import { bsonJson } from '#etalon/infrastructure/persistence/mongodb/bson-json.js';
import { toMongoDocument } from '#etalon/infrastructure/persistence/mongodb/to-mongo-document.js';
import { anyDigests, lineOfSource } from '../../../../support/export-sources.js';
import { digest } from '../../../../support/sample-factory.js';

function parsed(document: BSON.Document): unknown {
  const json = bsonJson(BSON.serialize(document));
  return json === undefined ? undefined : JSON.parse(Buffer.from(json, 'latin1').toString('utf8'));
}

/** As the server keeps it. */
function stored(sample: ReturnType<typeof digest>): BSON.Document {
  return { _id: sample.id, ...toMongoDocument(toSampleDocument(sample)) };
}

/** The line that an export writes of a document, by way of the JSON where that is possible, and by reading the whole. */
function bothLines(bytes: Uint8Array): readonly [short: string | undefined, whole: string] {
  const whole = lineOfSource(() => ({ record: toExportRecord(readSample('digests', BSON.deserialize(bytes), 'x')) }));
  const json = bsonJson(bytes);
  const source = json === undefined ? undefined : digestSource(json);
  return [source && lineOfSource(() => source), whole];
}

describe('bsonJson', () => {
  it('writes the values that JSON has, moments in ISO 8601, without the id', () => {
    const numbers = { n: 1, d: 0.1, big: new Int32(-5), whole: new Double(3), long: Long.fromNumber(2 ** 40) };
    const document = { text: 'ёж "и" \\ 😀\n', yes: true, no: false, none: null, list: [1, ['a'], {}], ...numbers };
    const moment = { date: new Date('2024-12-03T01:02:03.004Z') };
    expect(parsed({ _id: new ObjectId(), ...document, in: { _id: 1, ...moment } })).to.deep.equal({
      ...document,
      ...{ big: -5, whole: 3, long: 2 ** 40 },
      in: { _id: 1, date: '2024-12-03T01:02:03.004Z' },
    });
  });

  for (const [name, value] of [
    ['a number that is none', Number.NaN],
    ['an endless number', Infinity],
    ['a whole number beyond those of JavaScript', Long.fromString('9007199254740993')],
    ['a decimal', Decimal128.fromString('1.5')],
    ['a moment before 1970', new Date(-1)],
    ['a moment after the year 9999', new Date(Date.UTC(10_000, 0))],
    ['a moment where none belongs', new Date(5)],
    ['an id', new ObjectId()],
    ['bytes', Buffer.from('x')],
    ['an expression', /x/],
    ['a field that looks like an operator', { $date: 1 }],
  ] as const) {
    it(`leaves a document with ${name} to be decoded`, () => {
      expect(parsed({ value })).to.equal(undefined);
      expect(parsed({ in: [{ value }] })).to.equal(undefined);
    });
  }

  it('leaves texts that are no UTF-8 to be decoded', () => {
    const bytes = BSON.serialize({ text: 'abc' });
    bytes[bytes.indexOf('b'.charCodeAt(0))] = 0xff;
    expect(bsonJson(bytes)).to.equal(undefined);
  });

  it('gives the JSON that other stores keep', () => {
    expect(parsed(stored(digest(1)))).to.deep.equal(toSampleDocument(digest(1)));
    expect(bothLines(BSON.serialize(stored(digest(1))))[0]).to.be.a('string');
  });

  it('gives the lines and faults that reading the whole gives, for any text', () => {
    fc.assert(
      fc.property(anyDigests, (sample) => {
        const [short, whole] = bothLines(BSON.serialize(stored(sample)));
        if (short !== undefined) expect(short).to.equal(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the lines and faults that reading the whole gives, for documents with other values', () => {
    const values = fc.constantFrom<unknown>(null, 1, '', 'x', 'ё', -0, 1.5, new Double(7), new Date(5), [], {}, true);
    const fields = fc.constantFrom(
      'digest_id',
      'posts',
      'title',
      'message_id',
      'date',
      'created_at',
      'more',
      'summary',
    );
    fc.assert(
      fc.property(anyDigests, fields, values, fc.boolean(), (sample, field, value, inPost) => {
        const document = stored(sample);
        const [post] = document['posts'] as BSON.Document[];
        Object.assign(inPost && post !== undefined ? post : document, { [field]: value });
        const bytes = BSON.serialize(document);
        const [short, whole] = bothLines(bytes);
        if (short !== undefined) expect(short).to.equal(whole);
      }),
      { numRuns: 1000 },
    );
  });
});
