import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { hasEnd } from '../../domain/benchmark/has-end.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { usageRemarks } from './usage-remarks.js';

/** What a reader has to know before the figures: what was counted, drawn, left without a score, or not judged at all. */
export function runRemarks(run: BenchmarkRun): readonly string[] {
  return [endRemark(run), ...countingRemarks(run), ...judgingRemarks(run)].filter((remark) => remark !== null);
}

function endRemark({ id, status, samples }: BenchmarkRun): string | null {
  const resume = `\`etalon benchmark run --resume ${id}\` goes on.`;
  if (status === 'running')
    return `The run has no end: it is under way or was killed. What it has judged is not counted. ${resume}`;
  if (hasEnd(status)) return null;
  return `The run has no end: ${samples.total} samples have a result so far. ${resume}`;
}

type Remarks = readonly (string | null)[];

function countingRemarks(run: BenchmarkRun): Remarks {
  const { synthetic, samples } = run.dataset;
  const whole = run.limit === null ? '' : ' of the data set';
  return [
    fileRemark(run.dataset),
    run.includeSynthetic && synthetic > 0
      ? `Synthetic samples count in every figure (--include-synthetic): ${synthetic} of ${samples} in the data set.`
      : null,
    !run.includeSynthetic && synthetic > 0
      ? `${synthetic} of ${samples} samples${whole} are synthetic: shown apart, left out of estimates, intervals and verdict.`
      : null,
    run.limit === null ? null : limitRemark(run.limit, samples),
  ];
}

/** Whether anything vouches for the file, and whether it is all that the store held. */
function fileRemark({ manifest, samples }: BenchmarkRun['dataset']): string | null {
  if (manifest === undefined) return null;
  if (manifest === null) return 'No manifest lists the data set file: nothing vouches for what it holds.';
  const choices = [
    ...(manifest.limit === samples ? [`--limit ${samples}`] : []),
    ...(manifest.sample === samples ? [`--sample ${samples}`] : []),
    ...(manifest.realOnly ? ['--real-only'] : []),
  ];
  if (choices.length === 0) return null;
  return `The data set file may be a part of what the store held: it was exported with ${choices.join(' ')}.`;
}

function limitRemark(limit: number, samples: number): string {
  if (limit > samples) return `There are ${samples} samples in the data set: --limit ${limit} took all of them.`;
  return `A random sample of ${limit} of ${samples} was drawn (--limit).`;
}

function judgingRemarks(run: BenchmarkRun): Remarks {
  const { status, samples, verdictReason, verdict, dryRun, estimatedCost, cost, baseline, comparison } = run;
  const { unscored, errors } = samples;
  return [
    unscored + errors === 0 ? null : `${unscored} samples were not scored, ${errors} ended in an error of the judge.`,
    baseline !== null && comparison === null && hasEnd(status) ? goneRemark(baseline.runId) : null,
    status === 'budget_exhausted' ? 'The budget was used up before all samples were judged.' : null,
    ...usageRemarks(cost),
    verdict === null || verdictReason === null ? null : sentence(verdictReason),
    dryRun ? `A dry run: no judge was called. ${costSentence(estimatedCost)}` : null,
  ];
}

function goneRemark(baseline: string): string {
  return `The baseline ${baseline} was deleted before the run came to its end: nothing was compared.`;
}

function costSentence(estimated: JudgeUsage | null): string {
  if (estimated === null) return 'What a live run would cost is not known.';
  const { calls, tokensIn, tokensOut } = estimated;
  if (calls === 0) return 'A live run would cost nothing.';
  return `A live run would take about ${calls} calls, ${tokensIn} tokens in and ${tokensOut} out.`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
