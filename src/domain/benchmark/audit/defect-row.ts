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

/** Sums up what one metric makes of a defect. */
export function defectRow(
  defect: AuditDefect,
  text: AuditedText,
  metric: keyof Scores,
  scored: readonly ScoredPair[],
  skips: SkipCounts,
): DefectRow {
  const pairs = scored.flatMap((pair) => metricPair(pair, metric));
  const expected = defect.expected.includes(metric) ? true : null;
  const { auc, interval, clusters, ties } = pairedAuc(pairs);
  const reason = expected === null ? null : whyNotSeen(pairs.length, interval?.lower ?? 0);
  return {
    ...{ defect: defect.name, text, metric, expected, pairs: pairs.length, ...skipped(scored, pairs, metric, skips) },
    ...{ clusters, auc, interval, separability: separability(pairs), ...drops(pairs, NOTICEABLE), ties },
    ...{ ok: expected === null ? null : reason === null, reason },
  };
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
