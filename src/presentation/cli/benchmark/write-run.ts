import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import { formatShare } from '../../report/format-value.js';
import { runRemarks } from '../../report/run-remarks.js';
import { latencyRows, metricRows, provenanceRows } from '../../report/run-table.js';
import { verdictSentence } from '../../report/verdict-sentence.js';
import { writeComparison } from './write-comparison.js';
import type { Output } from '../output/output.js';
import type { TerminalStyle } from '../output/terminal-style.js';

/** Shows a run to people: the verdict with its reason, what to know first, then the figures. */
export function writeRun(output: Output, run: BenchmarkRun): void {
  const { style } = output;
  output.line(`${style.bold(verdictWord(style, run))}  ${verdictSentence(run)}`);
  for (const remark of runRemarks(run)) output.line(style.yellow(remark));
  writeTables(output, run);
  if (run.comparison !== null) writeComparison(output, run.comparison);
  const { judge, dataset } = run;
  output.line(style.dim(`run ${run.id}: ${run.scenario} on ${dataset.path}, judge ${judge.model}${scoredShare(run)}`));
  output.line(style.dim(`pre-registered as ${run.preregistration.hash}`));
}

/** Of a run without an end there is no share: what it is going to judge is not known here. */
function scoredShare({ status, samples, coverage }: BenchmarkRun): string {
  if (status === 'running') return '';
  const { scored, total } = samples;
  if (status === 'interrupted' || status === 'failed') return `, ${scored} samples scored so far`;
  return `, ${scored} of ${total} samples scored (${formatShare(coverage)} of those that count)`;
}

function verdictWord(style: TerminalStyle, { verdict, status }: BenchmarkRun): string {
  if (verdict === 'PASS') return style.green(verdict);
  return verdict === 'FAIL' ? style.red(verdict) : style.yellow(verdict ?? status);
}

function writeTables(output: Output, run: BenchmarkRun): void {
  for (const rows of [metricRows(run), latencyRows(run), provenanceRows(run)].filter(({ length }) => length > 0)) {
    output.line();
    output.table(rows);
  }
  output.line();
}
