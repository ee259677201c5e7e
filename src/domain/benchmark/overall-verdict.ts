import type { Verdict } from './metric-result.js';

/** The worst first: a run is what the worst of its metrics is. */
const BY_WEIGHT: readonly Verdict[] = ['FAIL', 'INSUFFICIENT', 'WARN', 'PASS'];

/** The verdict of a run: FAIL if any metric is, else INSUFFICIENT if any is (or there is none), else WARN, else PASS. */
export function overallVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return 'INSUFFICIENT';
  return BY_WEIGHT.find((verdict) => verdicts.includes(verdict)) ?? 'INSUFFICIENT';
}
