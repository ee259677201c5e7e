import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalLine } from '#etalon/domain/export/canonical-line.js';
import { exportDocument } from '#etalon/domain/export/export-document.js';
import type { ExportRecord } from '#etalon/domain/export/export-record.js';
import type { ExportLine } from '#etalon/infrastructure/jsonl/export-line.mapper.js';
import { toRecord } from '#etalon/infrastructure/jsonl/export-line.mapper.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';

const written = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  .map((text) => text.normalize('NFC'));
const name = fc.string({ minLength: 1, unit: 'binary' });
const unit = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const common = {
  sampleId: name,
  channel: name,
  language: name,
  timestamp: fc.integer({ min: 0, max: Date.UTC(3000, 0, 1) - 1 }),
  sourceText: written,
  summaryMarkdown: written,
  judge: fc.option(
    fc.record({
      judgeModel: written,
      promptVersion: written,
      scores: fc.record({ coverage: unit, accuracy: unit, coherence: unit, informativeness: unit }),
      verdict: fc.constantFrom('BELOW_EXPECTATIONS', 'MEETS_EXPECTATIONS', 'EXCEEDS_EXPECTATIONS'),
      notes: written,
    }),
  ),
  latencySeconds: fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true }),
};
const facts = {
  llmModel: written,
  featureFlags: fc.dictionary(fc.string({ unit: 'binary' }), fc.boolean(), { noNullPrototype: true }),
  provenance: fc.constantFrom('imported', 'synthetic', 'unmarked'),
};
const digests = fc.record({
  ...{ kind: fc.constant('digests'), ...common },
  metadata: fc.record({
    ...facts,
    postsCount: fc.nat(),
    timeRangeHours: fc.double({ min: -1, max: 1e9, noNaN: true }),
  }),
});
const reports = fc.record({
  ...{ kind: fc.constant('review_reports'), ...common },
  metadata: fc.record({ ...facts, studentId: fc.option(name), assignmentId: name, passesCount: fc.nat() }),
});

describe('A line of an export', () => {
  for (const [kind, records] of [
    ['digests', digests],
    ['review_reports', reports],
  ] as const) {
    it(`of ${kind} reads back as the record that it was written from, if that fits the schema`, () => {
      const schema = new AjvExportSchemas().of(kind);
      let fitting = 0;
      fc.assert(
        fc.property(records as fc.Arbitrary<ExportRecord>, (record) => {
          const document = exportDocument(record);
          if (schema.check(document).length > 0) return;
          fitting += 1;
          const line = canonicalLine(document);
          expect(line).to.not.include('\n');
          expect(Buffer.from(line).toString()).to.equal(line);
          expect(toRecord(JSON.parse(line) as ExportLine, kind)).to.deep.equal(record);
        }),
        { numRuns: 300 },
      );
      expect(fitting).to.be.greaterThan(50);
    });
  }
});
