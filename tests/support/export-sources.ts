import fc from 'fast-check';
import { lineOf } from '#etalon/application/export/write-export.js';
import type { ExportSource } from '#etalon/domain/export/export-source.js';
import { spliceTexts } from '#etalon/domain/export/spliced-line.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { JUDGE } from './samples.js';
import { digest } from './sample-factory.js';

const rules = { schema: new AjvExportSchemas().of('digests'), redact: false, skipped: undefined };

/** The bytes of the line that comes of a source, or what is wrong with it. */
export function lineOfSource(read: () => ExportSource): string {
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
/** Digests with texts that are easy and hard to write. */
export const anyDigests = fc
  .record({ posts, text: texts, seed: fc.nat(99), judged: fc.boolean() })
  .map(({ seed, text, judged, ...changes }) =>
    digest(seed, { ...changes, summaryMarkdown: text, ...(judged ? { judge: { ...JUDGE, notes: text } } : {}) }),
  );
