import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { inlineCode, inlineText } from '../../domain/shared/markdown-escape.js';
import { comparisonRows } from './comparison-table.js';
import { markdownTable } from './markdown-table.js';
import { reproduceCommand } from './reproduce-command.js';
import { runRemarks } from './run-remarks.js';
import { latencyRows, metricRows } from './run-table.js';
import { scoredShare } from './scored-share.js';
import { verdictSentence } from './verdict-sentence.js';
import { verdictWord } from './verdict-word.js';

/** A run as Markdown for the summary of a CI job: verdict and reason first, then figures, then how to do it again. */
export function summaryMarkdown(run: BenchmarkRun): string {
  const parts = [
    ...[`## ${verdictWord(run)}: ${inlineText(run.scenario)}`, inlineText(verdictSentence(run))],
    ...runRemarks(run).map((remark) => `> ${inlineText(remark)}`),
    ...[markdownTable(metricRows(run)), markdownTable(latencyRows(run)), ...comparison(run), facts(run)],
    `\`\`\`sh\n${reproduceCommand(run)}\n\`\`\``,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function comparison(run: BenchmarkRun): readonly string[] {
  if (run.comparison === null) return [];
  const { verdict, a, reason } = run.comparison;
  return [
    `### Against ${a}: ${verdict.replace('_', ' ')}`,
    inlineText(reason),
    markdownTable(comparisonRows(run.comparison)),
  ];
}

function facts(run: BenchmarkRun): string {
  const { id, judge, dataset, preregistration } = run;
  return [
    `- run \`${id}\`, judge ${inlineCode(judge.model)}, ${scoredShare(run)}`,
    `- data set ${inlineCode(dataset.name)}, SHA-256 \`${dataset.sha256}\``,
    `- pre-registered as \`${preregistration.hash}\``,
  ].join('\n');
}
