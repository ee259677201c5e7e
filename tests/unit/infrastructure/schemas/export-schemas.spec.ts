import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { exportDocument } from '#etalon/domain/export/export-document.js';
import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { JUDGE, digest, report } from '../../../support/samples.js';

const schemas = new AjvExportSchemas();

/** A JSON Schema as far as it names members. */
interface Shape {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
}

/** The members that a schema asks for, and those of theirs. */
function membersOf({ required = [], properties = {} }: Shape): readonly unknown[] {
  expect(required).to.deep.equal(Object.keys(properties));
  return required.map((name) => [name, membersOf(properties[name]!)]);
}

/** The same of a document; flags may have any name. */
function shapeOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, member]) => [name, name === 'feature_flags' ? [] : shapeOf(member)]);
}

function faultsOf(sample: ReturnType<typeof digest> | ReturnType<typeof report>): readonly { path: string }[] {
  return schemas.of(sample.kind).check(exportDocument(toExportRecord(sample)));
}

describe('AjvExportSchemas', () => {
  for (const kind of ['digests', 'review_reports'] as const) {
    it(`has a snapshot of ${kind} that is what the code checks`, async () => {
      const { file, text, sha256, version } = schemas.of(kind);
      expect(await readFile(`config/schemas/${file}`, 'utf8')).to.equal(text);
      expect(createHash('sha256').update(text).digest('hex')).to.equal(sha256);
      expect(text).to.contain(`"version": "${version}"`);
    });
  }

  for (const sample of [digest(1, { judge: JUDGE }), report(1, { judge: JUDGE })]) {
    it(`asks of ${sample.kind} for exactly the members that lines have, in their order`, () => {
      const schema = JSON.parse(schemas.of(sample.kind).text) as Shape;
      expect(shapeOf(exportDocument(toExportRecord(sample)))).to.deep.equal(membersOf(schema));
    });
  }

  it('takes whole records, with scores and without', () => {
    expect(faultsOf(digest(1))).to.deep.equal([]);
    expect(faultsOf(digest(1, { judge: JUDGE }))).to.deep.equal([]);
    expect(faultsOf(report(1))).to.deep.equal([]);
    expect(faultsOf(report(1, { studentId: 's-1' }))).to.deep.equal([]);
  });

  const { metadata } = digest(1);
  const broken: readonly (readonly [string, Partial<DigestSample>])[] = [
    ['/latency_seconds', { latencySeconds: 0 }],
    ['/latency_seconds', { latencySeconds: NaN }],
    ['/latency_seconds', { latencySeconds: Infinity }],
    ['/sample_id', { id: '' }],
    ['/timestamp', { createdAt: Infinity }],
    ['/timestamp', { createdAt: 8e15 }],
    ['/timestamp', { createdAt: NaN }],
    ['/source_text', { posts: [] }],
    ['/summary_markdown', { summaryMarkdown: ' \n' }],
    ['/metadata/time_range_hours', { metadata: { ...metadata, timeRangeHours: NaN } }],
    ['/metadata/feature_flags/x', { metadata: { ...metadata, featureFlags: { x: 1 as unknown as boolean } } }],
    ['/ground_truth/llm_judge/scores/coverage', { judge: { ...JUDGE, scores: { ...JUDGE.scores, coverage: 1.5 } } }],
  ];
  for (const [path, changes] of broken) {
    it(`names ${path} of a record with ${JSON.stringify(changes).slice(0, 60)}`, () => {
      expect(faultsOf(digest(1, changes)).map((fault) => fault.path)).to.deep.equal([path]);
    });
  }

  it('names a member that does not belong', () => {
    const document = { ...exportDocument(toExportRecord(digest(1))), extra: 1 };
    expect(schemas.of('digests').check(document)[0]?.rule).to.contain('extra');
  });
});
