import type { ComparisonVerdict, RunComparison } from '../../../domain/benchmark/comparison/run-comparison.js';
import { comparisonRows } from '../../report/comparison-table.js';
import type { Output } from '../output/output.js';
import type { TerminalStyle } from '../output/terminal-style.js';

/** Shows a comparison to people: the answer with its reason, then the figures. */
export function writeComparison(output: Output, comparison: RunComparison): void {
  const { verdict, reason, a, b, pairs, unpaired, alpha, baselinePinned } = comparison;
  output.line(`${coloured(output.style, verdict)}  ${reason}`);
  output.line();
  output.table(comparisonRows(comparison));
  output.line();
  const alone =
    unpaired.a + unpaired.b === 0 ? '' : `, ${unpaired.a} only in the baseline, ${unpaired.b} only in the run`;
  const baseline = `${a}${baselinePinned ? ' (pinned)' : ''}`;
  output.line(output.style.dim(`${b} against ${baseline}: ${pairs} pairs${alone}; α ${alpha}, corrected after Holm`));
  output.line(output.style.dim('a difference above 0 is better, of latencies too: +10 % is a tenth less'));
}

function coloured(style: TerminalStyle, verdict: ComparisonVerdict): string {
  const word = style.bold(verdict.toUpperCase().replace('_', ' '));
  if (verdict === 'worse') return style.red(word);
  return verdict === 'undecided' ? style.yellow(word) : style.green(word);
}
