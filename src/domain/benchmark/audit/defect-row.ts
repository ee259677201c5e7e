import type { Scores } from '../../dataset/judge-scores.js';
import type { AuditDefect } from './audit-defects.js';
import type { AuditedText, DefectRow } from './judge-audit.js';
import type { AnsweredShare } from './missing-reason.js';
import { missingReason } from './missing-reason.js';
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
const BY_CHANCE_REASON = 'the interval reaches down to 0.5: that may be chance';
const NOTICEABLE = 0.02;
const BY_CHANCE = 0.5;

/** Which row it is. */
export interface DefectCase {
  readonly defect: AuditDefect;
  readonly text: AuditedText;
  readonly metric: keyof Scores;
  /** The share of answers that the row needs to say anything, 0…1. */
  readonly minimumCoverage: number;
}

/** Sums up what one metric makes of a defect. */
export function defectRow(
  { defect, text, metric, minimumCoverage }: DefectCase,
  scored: readonly ScoredPair[],
  skips: SkipCounts,
): DefectRow {
  const pairs = scored.flatMap((pair) => metricPair(pair, metric));
  const { ties, ...figures } = pairedAuc(pairs);
  const share = { answered: pairs.length, missing: skips.missing, minimumCoverage };
  return {
    ...{ defect: defect.name, text, metric },
    ...{ pairs: pairs.length, ...skipped(scored, pairs, metric, skips) },
    ...{ ...figures, separability: separability(pairs), ...drops(pairs, NOTICEABLE), ties },
    ...(defect.expected.includes(metric) ? verdict(share, figures.interval?.lower ?? 0) : ONLY_SHOWN),
  };
}

type Verdict = Pick<DefectRow, 'expected' | 'ok' | 'reason'>;

const ONLY_SHOWN: Verdict = { expected: null, ok: null, reason: null };

/** Too few places for a defect say nothing of the judge; too few answers do. */
function verdict(share: AnsweredShare, lower: number): Verdict {
  if (share.answered + share.missing < FEWEST_PAIRS)
    return { expected: true, ok: null, reason: `not tested: fewer than ${FEWEST_PAIRS} pairs` };
  const reason = missingReason(share) ?? (lower > BY_CHANCE ? null : BY_CHANCE_REASON);
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
