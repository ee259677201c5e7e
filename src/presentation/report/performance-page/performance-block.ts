import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import { inlineCode, inlineText } from '../../../domain/shared/markdown-escape.js';
import { toIso } from '../../../domain/time/instant.js';
import { comparisonRows } from '../comparison-table.js';
import { formatShare } from '../format-value.js';
import { markdownTable } from '../markdown-table.js';
import { reproduceCommand } from '../reproduce-command.js';
import { runRemarks } from '../run-remarks.js';
import type { ReportRow } from '../run-table.js';
import { latencyRows, metricRows } from '../run-table.js';
import { verdictSentence } from '../verdict-sentence.js';
import { verdictWord } from '../verdict-word.js';
import type { PageWords } from './page-words.js';

/** A run as a section of the page of benchmark results, in the words of one language. */
export function performanceBlock(run: BenchmarkRun, words: PageWords): string {
  return [
    `## ${inlineText(run.scenario)}`,
    `**${words.verdict}: ${verdictWord(run)}.** ${inlineText(verdictSentence(run))}`,
    ...runRemarks(run).map((remark) => `> ${inlineText(remark)}`),
    tableIn(words, metricRows(run)),
    `### ${words.latency}`,
    tableIn(words, latencyRows(run)),
    ...comparison(run, words),
    factLines(run, words),
    `### ${words.reproduce}`,
    `\`\`\`sh\n${reproduceCommand(run)}\n\`\`\``,
  ].join('\n\n');
}

function comparison(run: BenchmarkRun, words: PageWords): readonly string[] {
  if (run.comparison === null) return [];
  const { a, verdict, reason } = run.comparison;
  const answer = `\`${a}\`: ${verdict.replace('_', ' ')}. ${inlineText(reason)}`;
  return [`### ${words.comparison}`, answer, tableIn(words, comparisonRows(run.comparison))];
}

function factLines(run: BenchmarkRun, { facts, machine, samplesOf }: PageWords): string {
  const { samples, cost, environment, dataset, judge } = run;
  const parts = Object.entries(machine).map(([name, word]) => `${word} ${environment[name] ?? '–'}`);
  const lines = [
    `${facts.run}: \`${run.id}\`, ${toIso(run.startedAt)}, ${(run.durationSeconds ?? 0).toFixed(1)} s`,
    `${facts.dataset}: ${inlineCode(dataset.name)}, ${samplesOf} ${dataset.samples}, SHA-256 \`${dataset.sha256}\``,
    `${facts.judge}: ${[judge.kind, judge.model, judge.promptVersion].map(inlineText).join(', ')}`,
    `${facts.samples}: ${samples.scored}/${samples.total} (${formatShare(run.coverage)})`,
    `${facts.preregistration}: \`${run.preregistration.hash}\``,
    `${facts.machine}: ${inlineText(parts.join(', '))}`,
    `${facts.cost}: ${[cost.calls, cost.tokensIn, cost.tokensOut, cost.cacheHits].join(', ')}`,
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function tableIn({ columns }: PageWords, rows: readonly ReportRow[]): string {
  const translated = (row: ReportRow) =>
    Object.fromEntries(Object.entries(row).map(([heading, cell]) => [columns[heading] ?? heading, cell]));
  return markdownTable(rows.map(translated));
}
