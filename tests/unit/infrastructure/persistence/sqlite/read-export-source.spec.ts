import { expect } from 'chai';
import fc from 'fast-check';
import type { Sample } from '#etalon/domain/dataset/sample.js';
import type { ExportSource } from '#etalon/domain/export/export-source.js';
import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { parseDocument } from '#etalon/infrastructure/persistence/documents/parse-document.js';
import { readSample, toSampleDocument } from '#etalon/infrastructure/persistence/documents/sample-document.mapper.js';
import { readExportSource } from '#etalon/infrastructure/persistence/sqlite/read-export-source.js';
import { utf8Text } from '#etalon/infrastructure/text/utf8-text.js';
import { anyDigests, lineOfSource } from '../../../../support/export-sources.js';
import { digest, report } from '../../../../support/sample-factory.js';

const short = (json: Uint8Array) => readExportSource('digests', json, 'x');
const whole = (json: Uint8Array): ExportSource => ({
  record: toExportRecord(readSample<Sample>('digests', parseDocument(utf8Text(json)), 'x')),
});

/** As SQLite keeps it. */
function stored(sample: Sample): string {
  return JSON.stringify(toSampleDocument(sample));
}

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
      fc.property(anyDigests, (sample) => {
        const json = Buffer.from(stored(sample));
        expect(lineOfSource(() => short(json))).to.equal(lineOfSource(() => whole(json)));
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
      fc.property(anyDigests, fc.nat(), fc.nat(3), inserts, fc.boolean(), (sample, place, cut, insert, bytes) => {
        const json = stored(sample);
        const at = place % json.length;
        const text = Buffer.from(json.slice(0, at) + insert + json.slice(at + cut));
        if (bytes) text[place % text.length] = place & 255;
        expect(lineOfSource(() => short(text))).to.equal(lineOfSource(() => whole(text)));
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
      expect(lineOfSource(() => short(json))).to.equal(lineOfSource(() => whole(json)));
    });
  }
});
