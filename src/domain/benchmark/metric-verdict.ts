import type { Interval } from '../statistics/interval.js';
import type { Verdict } from './metric-result.js';
import type { Threshold } from './scenario.js';

/** What a verdict is made from. */
export interface VerdictFacts {
  readonly estimate: number;
  readonly interval: Interval | null;
  readonly direction: 'higher' | 'lower';
  readonly threshold: Threshold;
  /** Why the interval cannot be relied on (an autocorrelation, too few days), or why there is none; else `null`. */
  readonly doubt: string | null;
}

/** A verdict, and whether the interval agrees with it. */
export interface MetricVerdict {
  readonly verdict: Exclude<Verdict, 'INSUFFICIENT'>;
  readonly strength: 'strong' | 'weak';
  /** Why it is weak; `null` when it is strong. */
  readonly reason: string | null;
}

/**
 * PASS, WARN and FAIL go by the estimate. Strong: PASS with the bound on the bad side at or beyond the pass value; FAIL
 * with the bound on the good side short of the warn value; WARN with both bounds between the two. Everything else is weak.
 */
export function metricVerdict(facts: VerdictFacts): MetricVerdict {
  const oriented = facts.direction === 'higher' ? facts : mirrored(facts);
  const verdict = verdictOf(oriented.estimate, oriented.threshold);
  if (facts.doubt !== null) return { verdict, strength: 'weak', reason: facts.doubt };
  if (agrees(verdict, oriented)) return { verdict, strength: 'strong', reason: null };
  return { verdict, strength: 'weak', reason: whyWeak(verdict, oriented.interval) };
}

/** Lower is better: with signs turned, the same rules hold. */
function mirrored(facts: VerdictFacts): VerdictFacts {
  const turned = (bound: number | null) => (bound === null ? null : -bound);
  const { interval, threshold } = facts;
  return {
    ...facts,
    estimate: -facts.estimate,
    threshold: { pass: -threshold.pass, warn: -threshold.warn },
    interval: interval && { ...interval, lower: turned(interval.upper), upper: turned(interval.lower) },
  };
}

function verdictOf(estimate: number, { pass, warn }: Threshold): MetricVerdict['verdict'] {
  if (estimate >= pass) return 'PASS';
  return estimate >= warn ? 'WARN' : 'FAIL';
}

/** A bound that is missing is beyond everything: it agrees with nothing. */
function agrees(verdict: MetricVerdict['verdict'], { interval, threshold }: VerdictFacts): boolean {
  const lower = interval?.lower ?? -Infinity;
  const upper = interval?.upper ?? Infinity;
  if (verdict === 'PASS') return lower >= threshold.pass;
  if (verdict === 'FAIL') return upper < threshold.warn;
  return lower >= threshold.warn && upper <= threshold.pass;
}

function whyWeak(verdict: MetricVerdict['verdict'], interval: Interval | null): string {
  const needed = verdict === 'FAIL' ? interval?.upper : interval?.lower;
  if (needed === null || needed === undefined) return 'too few samples for the bound that this needs';
  if (verdict === 'PASS') return 'the interval reaches beyond the pass value';
  return verdict === 'FAIL' ? 'the interval reaches the warn value' : 'the interval reaches beyond the WARN band';
}
