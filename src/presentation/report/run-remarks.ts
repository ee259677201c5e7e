import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';

/** What a reader has to know before the figures: synthetic samples, samples that were drawn, samples without a score. */
export function runRemarks(run: BenchmarkRun): readonly string[] {
  const { synthetic, samples } = run.dataset;
  const { unscored, errors } = run.samples;
  return [
    run.includeSynthetic && synthetic > 0
      ? `Synthetic samples count in every figure (--include-synthetic): ${synthetic} of ${samples} in the data set.`
      : null,
    !run.includeSynthetic && synthetic > 0
      ? `${synthetic} of ${samples} samples are synthetic: shown apart, left out of estimates, intervals and verdict.`
      : null,
    run.limit === null ? null : `A random sample of ${run.samples.total} of ${samples} was judged (--limit).`,
    unscored + errors === 0 ? null : `${unscored} samples were not scored, ${errors} ended in an error of the judge.`,
  ].filter((remark) => remark !== null);
}
