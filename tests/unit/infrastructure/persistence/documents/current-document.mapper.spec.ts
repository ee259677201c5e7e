import { expect } from 'chai';
import fc from 'fast-check';
import type { SampleKind } from '#etalon/domain/dataset/sample.js';
import { readCurrent } from '#etalon/infrastructure/persistence/documents/current-document.mapper.js';
import {
  readOfAnyAge,
  readSample,
  toSampleDocument,
} from '#etalon/infrastructure/persistence/documents/sample-document.mapper.js';
import { digest, report } from '../../../../support/sample-factory.js';
import { JUDGE } from '../../../../support/samples.js';

const texts = fc.string({ unit: 'binary' });
const values = fc.oneof(
  texts,
  fc.constantFrom(null, true, 0, -1, 1e300, '2024-05-05T12:00:00.000Z', '9999-99-99T99:99:99.999Z', [], {}),
);
const documents = fc
  .record({ text: texts, name: fc.string({ minLength: 1 }), seed: fc.nat(), judged: fc.boolean() })
  .chain(({ text, name, seed, judged }) => {
    const judge = judged ? { judge: { ...JUDGE, notes: text } } : {};
    const posts = [
      { title: text, summary: name, text },
      { ...digest(1).posts[0]!, url: text, provenance: 'synthetic' as const },
    ];
    const samples = [
      digest(seed % 99, { posts, summaryMarkdown: text, ...judge }),
      report(seed % 99, { studentId: text, ...judge }),
    ];
    return fc.constantFrom(
      ...samples.map((sample) => ({ kind: sample.kind, document: plain(toSampleDocument(sample)) })),
    );
  });

/** As it comes out of a store's JSON. */
function plain(document: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
}

/** Puts a value at some place of a document, or takes away what is there. */
function spoil(document: Record<string, unknown>, path: readonly number[], value: unknown): void {
  let place: Record<string, unknown> = document;
  for (const [depth, step] of path.entries()) {
    const keys = Object.keys(place);
    const key = keys[step % keys.length];
    if (key === undefined) return;
    const next = place[key];
    if (depth === path.length - 1 || typeof next !== 'object' || next === null) {
      if (value === undefined) Reflect.deleteProperty(place, key);
      else place[key] = value;
      return;
    }
    place = next as Record<string, unknown>;
  }
}

function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return (error as Error).message;
  }
}

describe('readCurrent', () => {
  it('takes what stores write, and gives what the reader of any age gives', () => {
    fc.assert(
      fc.property(documents, ({ kind, document }) => {
        expect(readCurrent(kind, document)).to.deep.equal(readOfAnyAge(kind, document, 'x'));
      }),
    );
  });

  it('never changes what is read, nor what is refused, however a document is spoilt', () => {
    const paths = fc.array(fc.nat(20), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(documents, paths, fc.option(values, { nil: undefined }), ({ kind, document }, path, value) => {
        spoil(document, path, value);
        const read = (reader: (kind: SampleKind, document: unknown, id: string) => unknown): unknown =>
          outcome(() => reader(kind, structuredClone(document), 'x'));
        expect(read(readSample)).to.deep.equal(read(readOfAnyAge));
      }),
      { numRuns: 300 },
    );
  });
});
