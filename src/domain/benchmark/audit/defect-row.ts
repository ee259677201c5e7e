import type { Scores } from '../../dataset/judge-scores.js';
import type { AuditDefect } from './audit-defects.js';
import type { AuditedText, DefectRow } from './judge-audit.js';
import type { MetricPair } from './paired-auc.js';
import { drops, pairedAuc, separability } from './paired-auc.js';
import type { SkipCounts } from './skip-counts.js';

/** The scores of a clean sample and of its spoilt version. */
export interface ScoredPair {
  readonly clean: Readonly<Record<string, number>>;
  readonly spoilt: Readonly<Record<string, number>>;
  readonly day: string;
}

const FEWEST_PAIRS = 5;
const NOTICEABLE = 0.02;
const BY_CHANCE = 0.5;

/** Which row it is. */
export interface DefectCase {
  readonly defect: AuditDefect;
  readonly text: AuditedText;
  readonly metric: keyof Scores;
}

/** Sums up what one metric makes of a defect. */
export function defectRow(
  { defect, text, metric }: DefectCase,
  scored: readonly ScoredPair[],
  skips: SkipCounts,
): DefectRow {
  const pairs = scored.flatMap((pair) => metricPair(pair, metric));
  const { ties, ...figures } = pairedAuc(pairs);
  return {
    ...{ defect: defect.name, text, metric },
    ...{ pairs: pairs.length, ...skipped(scored, pairs, metric, skips) },
    ...{ ...figures, separability: separability(pairs), ...drops(pairs, NOTICEABLE), ties },
    ...verdict(defect.expected.includes(metric), pairs.length, figures.interval?.lower ?? 0),
  };
}

function verdict(expected: boolean, pairs: number, lower: number): Pick<DefectRow, 'expected' | 'ok' | 'reason'> {
  if (!expected) return { expected: null, ok: null, reason: null };
  const reason = whyNotSeen(pairs, lower);
  return { expected: true, ok: reason === null, reason };
}

/** A judge of other metrics gives no pair. */
function metricPair({ clean, spoilt, day }: ScoredPair, metric: string): readonly MetricPair[] {
  const [before, after] = [clean[metric], spoilt[metric]];
  return before === undefined || after === undefined ? [] : [{ clean: before, spoilt: after, day }];
}

function skipped(scored: readonly unknown[], pairs: readonly unknown[], metric: string, skips: SkipCounts) {
  const without = scored.length - pairs.length;
  const own = without === 0 ? [] : [{ reason: `the judge gives no ${metric}`, samples: without }];
  return { skipped: skips.total + without, skippedReasons: [...skips.list(), ...own] };
}

function whyNotSeen(pairs: number, lower: number): string | null {
  if (pairs < FEWEST_PAIRS) return `fewer than ${FEWEST_PAIRS} pairs`;
  return lower > BY_CHANCE ? null : 'the interval reaches down to 0.5: that may be chance';
}
