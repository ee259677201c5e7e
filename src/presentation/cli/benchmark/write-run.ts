import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import { runRemarks } from '../../report/run-remarks.js';
import { latencyRows, metricRows, provenanceRows } from '../../report/run-table.js';
import { scoredShare } from '../../report/scored-share.js';
import { verdictSentence } from '../../report/verdict-sentence.js';
import { verdictWord } from '../../report/verdict-word.js';
import { writeComparison } from './write-comparison.js';
import type { Output } from '../output/output.js';
import type { TerminalStyle } from '../output/terminal-style.js';

/** Shows a run to people: the verdict with its reason, what to know first, then the figures. */
export function writeRun(output: Output, run: BenchmarkRun): void {
  const { style } = output;
  output.line(`${style.bold(colouredWord(style, run))}  ${verdictSentence(run)}`);
  for (const remark of runRemarks(run)) output.line(style.yellow(remark));
  writeTables(output, run);
  if (run.comparison !== null) writeComparison(output, run.comparison);
  const { judge, dataset } = run;
  output.line(
    style.dim(
      `run ${run.id}: ${run.scenario} on ${dataset.path}, judge ${judge.kind} (${judge.model})${scoredSoFar(run)}`,
    ),
  );
  output.line(style.dim(`pre-registered as ${run.preregistration.hash}`));
}

/** Of a run without an end there is no share: what it is going to judge is not known here. */
function scoredSoFar(run: BenchmarkRun): string {
  const { status, samples } = run;
  if (status === 'running') return '';
  if (status === 'interrupted' || status === 'failed') return `, ${samples.scored} samples scored so far`;
  return `, ${scoredShare(run)}`;
}

function colouredWord(style: TerminalStyle, run: BenchmarkRun): string {
  const word = verdictWord(run);
  if (run.verdict === 'PASS') return style.green(word);
  return run.verdict === 'FAIL' ? style.red(word) : style.yellow(word);
}

function writeTables(output: Output, run: BenchmarkRun): void {
  for (const rows of [metricRows(run), latencyRows(run), provenanceRows(run)].filter(({ length }) => length > 0)) {
    output.line();
    output.table(rows);
  }
  output.line();
}
