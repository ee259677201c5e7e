import type { ExportRecord } from '#etalon/domain/export/export-record.js';
import { LexicalJudge } from '#etalon/infrastructure/judges/lexical-judge.js';
import { JsonlSampleFiles } from '#etalon/infrastructure/jsonl/jsonl-sample-files.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';
import { SPOILERS } from './spoil.js';

/*
 * Shows what the lexical judge makes of good and of spoilt digests:
 *   node build/bench/judge-evidence.js EXPORT.jsonl @tuned,@channels [review_reports]
 * For each defect and metric that ought to see it: clean mean, spoilt mean, how often the clean version of a sample scores
 * above its own spoilt one (paired AUC, ties half), and how often a clean one scores above any spoilt one (separability).
 */
const [file, tuned = ''] = process.argv.slice(2);
const kind = process.argv[4] === 'review_reports' ? 'review_reports' : 'digests';
if (file === undefined) throw new Error('usage: judge-evidence EXPORT.jsonl [@tuned,@channels]');
const TUNED = new Set(tuned.split(','));
const METRICS = ['coverage', 'accuracy', 'coherence', 'informativeness'] as const;
type Scores = Readonly<Record<string, number>>;

const judge = new LexicalJudge(new RussianTextTools());
const records: ExportRecord[] = [];
for await (const { record } of new JsonlSampleFiles(new AjvExportSchemas()).read(file, kind))
  if (record.metadata.provenance !== 'synthetic') records.push(record);

async function score(record: ExportRecord): Promise<Scores | undefined> {
  const judgement = await judge.judge(record);
  return judgement.status === 'scored' ? judgement.scores : undefined;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const beats = (clean: number, spoilt: number): number => (clean > spoilt ? 1 : clean === spoilt ? 0.5 : 0);

const started = performance.now();
const clean = new Map<string, Scores>();
for (const record of records) clean.set(record.sampleId, (await score(record))!);
const seconds = (performance.now() - started) / 1000;
const kilobytes = mean(records.map(({ sourceText }) => Buffer.byteLength(sourceText))) / 1024;
console.log(
  `${records.length} samples, ${(records.length / seconds).toFixed(0)} a second at ${kilobytes.toFixed(1)} KB`,
);

const channels = [...new Set(records.map(({ channel }) => channel))].sort();
console.log('\nclean digests: mean, 5th percentile of days');
for (const channel of channels) {
  const own = records.filter((record) => record.channel === channel).map(({ sampleId }) => clean.get(sampleId)!);
  const cells = METRICS.map((metric) => {
    const values = own.map((scores) => scores[metric]!).sort((a, b) => a - b);
    return `${metric} ${mean(values).toFixed(3)} ${values[Math.floor(values.length * 0.05)]!.toFixed(3)}`;
  });
  console.log(`  ${channel}${TUNED.has(channel) ? ' (tuned)' : ''}: ${cells.join(', ')}`);
}

for (const [title, group] of [
  ['tuned on', channels.filter((channel) => TUNED.has(channel))],
  ['held out', channels.filter((channel) => !TUNED.has(channel))],
] as const) {
  const own = records.filter(({ channel }) => group.includes(channel));
  if (own.length === 0) continue;
  console.log(`\n${title}: ${group.join(' ')}`);
  console.log(`  ${'defect'.padEnd(32)}${'metric'.padEnd(17)}pairs  clean  spoilt   AUC  separability`);
  for (const [defect, metrics, spoil] of SPOILERS) {
    const random = new PureRandFactory().seeded(1, defect);
    const pairs: [Scores, Scores][] = [];
    for (const [at, record] of own.entries()) {
      const same = own.filter((other) => other.channel === record.channel && other !== record);
      const otherDay = same[(at * 7 + 3) % same.length]!.summaryMarkdown;
      const summaryMarkdown = spoil({ summary: record.summaryMarkdown, source: record.sourceText, otherDay, random });
      const spoilt = summaryMarkdown === undefined ? undefined : await score({ ...record, summaryMarkdown });
      if (spoilt !== undefined) pairs.push([clean.get(record.sampleId)!, spoilt]);
    }
    for (const metric of metrics) {
      const good = pairs.map(([before]) => before[metric]!);
      const bad = pairs.map(([, after]) => after[metric]!);
      const auc = mean(good.map((value, at) => beats(value, bad[at]!)));
      const separability = mean(good.flatMap((value) => bad.map((other) => beats(value, other))));
      const figures = [mean(good), mean(bad), auc, separability].map((value) => value.toFixed(3)).join('  ');
      console.log(`  ${defect.padEnd(32)}${metric.padEnd(17)}${String(pairs.length).padStart(4)}  ${figures}`);
    }
  }
}
