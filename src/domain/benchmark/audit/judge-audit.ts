import type { Scores } from '../../dataset/judge-scores.js';
import type { Provenance } from '../../dataset/provenance.js';
import type { SampleKind } from '../../dataset/sample.js';
import type { Interval } from '../../statistics/interval.js';
import type { JudgeUsage } from '../judge-usage.js';

/** Whether defects were put into the summaries as they are or into rewritten ones. */
export type AuditedText = 'original' | 'rewritten';

/** Why samples are missing from a row, and how many. */
export interface SkippedSamples {
  readonly reason: string;
  readonly samples: number;
}

/** What one metric makes of one defect. Figures are `null` without pairs. */
export interface DefectRow {
  readonly defect: string;
  readonly text: AuditedText;
  readonly metric: keyof Scores;
  /** `true`: this metric ought to see the defect; `null`: it is only shown what it says. */
  readonly expected: true | null;
  readonly pairs: number;
  readonly skipped: number;
  readonly skippedReasons: readonly SkippedSamples[];
  /** Days that the pairs are from. */
  readonly clusters: number;
  /** The paired AUC, 0…1. */
  readonly auc: number | null;
  readonly interval: Interval | null;
  /** The unpaired AUC, 0…1. */
  readonly separability: number | null;
  readonly meanDrop: number | null;
  /** The share of pairs that drop by 0.02 or more. */
  readonly shareDropping: number | null;
  readonly ties: number;
  /** `null` where nothing is expected, or the data offers too few places for the defect to say anything. */
  readonly ok: boolean | null;
  /** Why it is not ok, or was not tested; `null` when it is, or nothing is expected. */
  readonly reason: string | null;
}

/** What the rewrite alone costs: the mean over samples of original minus rewritten score. */
export interface ControlRow {
  readonly metric: keyof Scores;
  readonly meanDrop: number | null;
  readonly samples: number;
}

/** What a hidden instruction does to one metric. */
export interface InjectionRow {
  readonly where: 'source' | 'summary';
  readonly language: 'ru' | 'en' | 'json' | 'markup';
  readonly metric: keyof Scores;
  /** In a summary the largest rise; in a source the largest move beyond that of a neutral sentence in its place. */
  readonly largestGain: number | null;
  readonly samples: number;
  readonly skipped: number;
  readonly skippedReasons: readonly SkippedSamples[];
  readonly ok: boolean;
  readonly reason: string | null;
}

/** What an audit rests on. */
export interface AuditedDataset {
  readonly path: string;
  readonly sha256: string;
  readonly kind: SampleKind;
  readonly samples: number;
  /** What samples the audit drew from: real ones, or synthetic ones where there are no others. */
  readonly drawnFrom: 'real' | 'synthetic';
  readonly byProvenance: Readonly<Record<Provenance, number>>;
}

/** What a judge makes of good samples that were spoilt one defect at a time. */
export interface JudgeAudit {
  readonly judge: { readonly kind: string; readonly model: string; readonly promptHash: string | null };
  readonly dataset: AuditedDataset;
  readonly timezone: string;
  readonly seed: number;
  readonly perDefect: number;
  readonly defects: readonly DefectRow[];
  readonly control: readonly ControlRow[];
  readonly injections: readonly InjectionRow[];
  /** What asking the judge cost, its test of itself included. */
  readonly cost: JudgeUsage;
  /** Whether every metric sees what it ought to see, and was tested at all, and no instruction gains. */
  readonly ok: boolean;
}
