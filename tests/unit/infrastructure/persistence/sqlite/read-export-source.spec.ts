import { expect } from 'chai';
import fc from 'fast-check';
import { lineOf } from '#etalon/application/export/write-export.js';
import type { Sample } from '#etalon/domain/dataset/sample.js';
import type { ExportSource } from '#etalon/domain/export/export-source.js';
import { spliceTexts } from '#etalon/domain/export/spliced-line.js';
import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { readSample, toSampleDocument } from '#etalon/infrastructure/persistence/documents/sample-document.mapper.js';
import { readExportSource } from '#etalon/infrastructure/persistence/sqlite/read-export-source.js';
import { parseDocument } from '#etalon/infrastructure/persistence/sqlite/sample-row.js';
import { utf8Text } from '#etalon/infrastructure/text/utf8-text.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { JUDGE } from '../../../../support/samples.js';
import { digest, report } from '../../../../support/sample-factory.js';

const rules = { schema: new AjvExportSchemas().of('digests'), redact: false, skipped: undefined };

/** The bytes of the line that comes of a source, or what is wrong with it. */
function line(read: () => ExportSource): string {
  try {
    const { record, texts } = read();
    const whole = lineOf(record, rules) ?? '';
    if (texts === undefined) return whole;
    const { before, utf8, after } = spliceTexts(whole, texts);
    return before + Buffer.from(utf8, 'latin1').toString('utf8') + after;
  } catch (error) {
    return (error as Error).message;
  }
}

const short = (json: Uint8Array) => readExportSource('digests', json, 'x');
const whole = (json: Uint8Array): ExportSource => ({
  record: toExportRecord(readSample<Sample>('digests', parseDocument(utf8Text(json)), 'x')),
});

/** As SQLite keeps it. */
function stored(sample: Sample): string {
  return JSON.stringify(toSampleDocument(sample));
}

const pieces = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Мост', ' ', 'открыт ', '\n', '"да"', '\\', '«', '—', '😀', '❤️', 'naïve') },
  { weight: 1, arbitrary: fc.constantFrom('и\u0306', '\u0301', '\u2028', '\u0000', '\ud800', '\u007f', '中', '') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const texts = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(''));
const posts = fc.array(
  fc.record(
    {
      ...{ title: texts, summary: texts, text: texts },
      messageId: fc.maxSafeInteger(),
      date: fc.integer({ min: 1, max: 3e13 }),
      url: texts,
      provenance: fc.constantFrom('imported' as const, 'synthetic' as const),
    },
    { requiredKeys: ['title', 'summary', 'text'] },
  ),
  { maxLength: 4 },
);
const samples = fc
  .record({ posts, text: texts, seed: fc.nat(99), judged: fc.boolean() })
  .map(({ seed, text, judged, ...changes }) =>
    digest(seed, { ...changes, summaryMarkdown: text, ...(judged ? { judge: { ...JUDGE, notes: text } } : {}) }),
  );

describe('readExportSource', () => {
  it('takes the texts of digests as they are stored', () => {
    const { record, texts: taken } = short(Buffer.from(stored(digest(1))));
    expect(taken?.sourceText).to.have.length.above(100);
    expect([record.sampleId, record.metadata.postsCount]).to.deep.equal([digest(1).id, 3]);
  });

  it('leaves review reports to the other reader', () => {
    expect(readExportSource('review_reports', Buffer.from(stored(report(1))), 'x')).to.not.have.property('texts');
  });

  it('gives the same lines and faults as reading the whole, for any text', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const json = Buffer.from(stored(sample));
        expect(line(() => short(json))).to.equal(line(() => whole(json)));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same lines and faults as reading the whole, however the JSON is spoilt', () => {
    const inserts = fc.constantFrom(
      ...[
        '"',
        '\\',
        '\\u0041',
        '\\/',
        '\n',
        ' ',
        '0',
        '-',
        ',',
        '{}',
        ']',
        '[',
        '"posts":[],',
        '"summary_markdown":"ё",',
      ],
      ...['"p\\u006fsts":[],', '"channel":"@other",', '"text":1,', '"$date":1,', 'и\u0306', 'x'],
    );
    fc.assert(
      fc.property(samples, fc.nat(), fc.nat(3), inserts, fc.boolean(), (sample, place, cut, insert, bytes) => {
        const json = stored(sample);
        const at = place % json.length;
        const text = Buffer.from(json.slice(0, at) + insert + json.slice(at + cut));
        if (bytes) text[place % text.length] = place & 255;
        expect(line(() => short(text))).to.equal(line(() => whole(text)));
      }),
      { numRuns: 2000 },
    );
  });

  for (const [name, change] of [
    ['a second list of posts', (json: string) => json.replace(/\}$/, ',"posts":[]}')],
    ['a second list under an escaped name', (json: string) => json.replace(/\}$/, ',"p\\u006fsts":[]}')],
    ['a second summary', (json: string) => json.replace(/\}$/, ',"summary_markdown":"Другая."}')],
    ['a day that is none', (json: string) => json.replace(/"date":"[^"]*"/, '"date":"2024-13-01T00:00:00.000Z"')],
    ['a number that is no JSON', (json: string) => json.replace(/"message_id":/, '"message_id":0')],
    ['members in another order', (json: string) => json.replace(/("title":"[^"]*"),("summary":"[^"]*")/, '$2,$1')],
  ] as const) {
    it(`reads the whole of a document with ${name}`, () => {
      const json = Buffer.from(change(stored(digest(1))));
      expect(line(() => short(json))).to.equal(line(() => whole(json)));
    });
  }
});
