import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';

/** What a reader has to know before the figures: what was counted, drawn, left without a score, or not judged at all. */
export function runRemarks(run: BenchmarkRun): readonly string[] {
  return [...countingRemarks(run), ...judgingRemarks(run)].filter((remark) => remark !== null);
}

type Remarks = readonly (string | null)[];

function countingRemarks(run: BenchmarkRun): Remarks {
  const { synthetic, samples } = run.dataset;
  return [
    run.includeSynthetic && synthetic > 0
      ? `Synthetic samples count in every figure (--include-synthetic): ${synthetic} of ${samples} in the data set.`
      : null,
    !run.includeSynthetic && synthetic > 0
      ? `${synthetic} of ${samples} samples are synthetic: shown apart, left out of estimates, intervals and verdict.`
      : null,
    run.limit === null ? null : `A random sample of ${run.samples.total} of ${samples} was judged (--limit).`,
  ];
}

function judgingRemarks(run: BenchmarkRun): Remarks {
  const { status, verdictReason, verdict, dryRun, estimatedCost, cost } = run;
  const { unscored, errors } = run.samples;
  return [
    unscored + errors === 0 ? null : `${unscored} samples were not scored, ${errors} ended in an error of the judge.`,
    status === 'budget_exhausted' ? 'The budget was used up before all samples were judged.' : null,
    cost.estimated === true ? 'Token counts are estimates: the endpoint does not report them.' : null,
    verdict === null || verdictReason === null ? null : sentence(verdictReason),
    dryRun && estimatedCost !== null ? costRemark(estimatedCost) : null,
  ];
}

function costRemark({ calls, tokensIn, tokensOut }: JudgeUsage): string {
  if (calls === 0) return 'A dry run: no judge was called. A live run would cost nothing.';
  return `A dry run: no judge was called. A live run would take about ${calls} calls, ${tokensIn} tokens in and ${tokensOut} out.`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
