import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalLine, canonicalMembers } from '#etalon/domain/export/canonical-line.js';
import { exportDocument } from '#etalon/domain/export/export-document.js';
import type { ExportRecord } from '#etalon/domain/export/export-record.js';
import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { JUDGE, digest, report } from '../../../support/samples.js';

const text = fc.string({ unit: 'binary' });
const unit = fc.double({ min: 0, max: 1, noNaN: true });

const judge: fc.Arbitrary<ExportRecord['judge']> = fc.option(
  fc.record({
    judgeModel: text,
    promptVersion: text,
    scores: fc.record({ coverage: unit, accuracy: unit, coherence: unit, informativeness: unit }),
    verdict: fc.constantFrom('BELOW_EXPECTATIONS', 'MEETS_EXPECTATIONS', 'EXCEEDS_EXPECTATIONS'),
    notes: text,
  }),
);

const records: fc.Arbitrary<ExportRecord> = fc.record({
  kind: fc.constant('digests'),
  sampleId: text,
  channel: text,
  language: text,
  timestamp: fc.integer({ min: 0, max: Date.UTC(3000, 0, 1) - 1 }),
  sourceText: text,
  summaryMarkdown: text,
  metadata: fc.record({
    llmModel: text,
    featureFlags: fc.dictionary(text, fc.boolean()),
    provenance: fc.constantFrom('imported', 'synthetic', 'unmarked'),
    postsCount: fc.nat(),
    timeRangeHours: fc.double({ noNaN: true, noDefaultInfinity: true }),
  }),
  judge,
  latencySeconds: fc.double({ noNaN: true, noDefaultInfinity: true }),
});

function lineOf(sample: Parameters<typeof toExportRecord>[0]): string {
  return canonicalLine(exportDocument(toExportRecord(sample)));
}

describe('canonicalLine', () => {
  it('writes a digest in the order of the format', () => {
    expect(lineOf(digest(3, { posts: [{ title: 'А', summary: 'Б', text: 'В' }], judge: JUDGE }))).to.equal(
      '{"sample_id":"digest-city-2024-12-03","channel":"@city","language":"ru","timestamp":"2024-12-03T20:59:59.999Z",' +
        '"source_text":"А Б В","summary_markdown":"## Главное за день\\n\\n- Открыт мост номер 3.",' +
        '"metadata":{"posts_count":1,"time_range_hours":24,"llm_model":"extractive",' +
        '"feature_flags":{"enable_quality_evaluation":false,"use_new_summarization":true},"provenance":"imported"},' +
        '"ground_truth":{"llm_judge":{"judge_model":"lexical","prompt_version":"1",' +
        '"scores":{"coverage":0.9,"accuracy":1,"coherence":0,"informativeness":0.125},' +
        '"verdict":"MEETS_EXPECTATIONS","notes":"Всё на месте."}},"latency_seconds":0.25}',
    );
  });

  it('writes a review report in the order of the format', () => {
    const line = lineOf(report(3, { passes: [], studentId: 'ученик' }));
    expect(line).to.contain(
      '"metadata":{"student_id":"ученик","assignment_id":"@city","passes_count":0,"llm_model":"rules","feature_flags":{},"provenance":"synthetic"}',
    );
    expect(line).to.contain('"ground_truth":{"llm_judge":null},"latency_seconds":0.5}');
  });

  it('sorts flags by code units, even those that look like numbers or like a prototype', () => {
    const flags = JSON.parse('{"9":true,"10":false,"__proto__":true,"b":false}') as Record<string, boolean>;
    const { metadata } = digest(1);
    const line = lineOf(digest(1, { metadata: { ...metadata, featureFlags: flags } }));
    expect(line).to.contain('"feature_flags":{"10":false,"9":true,"__proto__":true,"b":false}');
  });

  it('composes letters, keeps ids as they are, escapes half pairs, and knows one zero', () => {
    const decomposed = 'Й'.normalize('NFD');
    const line = lineOf(digest(1, { id: decomposed, summaryMarkdown: `${decomposed}\ud800`, latencySeconds: -0 }));
    expect(line).to.contain(`"sample_id":"${decomposed}"`);
    expect(line).to.contain('"summary_markdown":"Й\\ud800"');
    expect(line).to.match(/"latency_seconds":0}$/);
  });

  it('is one line that reads back as the same values, whatever the record', () => {
    fc.assert(
      fc.property(records, (record) => {
        const document = exportDocument(record);
        const line = canonicalLine(document);
        expect(line).to.not.contain('\n');
        expect(canonicalLine(JSON.parse(line) as typeof document)).to.equal(line);
        expect(JSON.parse(line)).to.deep.equal(JSON.parse(JSON.stringify(document)));
      }),
    );
  });

  it('is the same with the help of the runtime and without it', () => {
    const names = fc.oneof(text, fc.nat(12).map(String), fc.constant('__proto__'));
    const flags = fc.dictionary(names, fc.boolean(), { noNullPrototype: false });
    fc.assert(
      fc.property(records, flags, (record, featureFlags) => {
        const document = exportDocument({ ...record, metadata: { ...record.metadata, featureFlags } });
        expect(canonicalLine(document)).to.equal(canonicalMembers(document));
      }),
    );
  });

  it('leaves an impossible date to the schema', () => {
    expect(exportDocument(toExportRecord(digest(1, { createdAt: 9e15 }))).timestamp).to.equal(9e15);
  });
});
