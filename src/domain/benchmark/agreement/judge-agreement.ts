import type { Interval } from '../../statistics/interval.js';

/** Chance-corrected agreement, side by side: no single one tells the whole. `null` where it is not defined. */
export interface AgreementFigures {
  readonly krippendorffAlpha: {
    readonly nominal: number | null;
    readonly ordinal: number | null;
    /** Of the scores themselves, not of their categories. */
    readonly interval: number | null;
  };
  readonly quadraticKappa: number | null;
  readonly ac1: number | null;
  readonly ac2: number | null;
}

/** A mean from people's labels, alone or sharpened by the judge's scores. */
export interface CombinedEstimate {
  readonly method: 'ppi++' | 'human only' | 'none';
  readonly estimate: number | null;
  readonly interval: Interval | null;
  /** How far the judge is used, 0…1; `null` where it is not. */
  readonly lambda: number | null;
  /** Why it is not PPI++, or has no interval; else `null`. */
  readonly reason: string | null;
}

/** How far a judge agrees with people on one metric. */
export interface MetricAgreement {
  readonly name: string;
  /** Samples that have a label and a score. */
  readonly labelled: number;
  /** Samples that have a score alone. */
  readonly unlabelled: number;
  readonly days: number;
  readonly judgeMean: number | null;
  readonly humanMean: number | null;
  /** Judge − people over the labelled samples: above 0 the judge is too kind. */
  readonly bias: {
    readonly estimate: number | null;
    readonly interval: Interval | null;
    readonly reason: string | null;
  };
  /** Judge against the mean label: categories are FAIL, WARN and PASS by the run's values. */
  readonly judge: AgreementFigures;
  /** People among themselves; `null` with one rater. */
  readonly raters: AgreementFigures | null;
  readonly combined: CombinedEstimate;
}

/** How far the judge of a run agrees with people. */
export interface JudgeAgreement {
  readonly raters: readonly string[];
  readonly labels: number;
  /** Labels that stand in the place of an earlier one of the same rater for the same sample and metric. */
  readonly repeated: number;
  /** Labels of samples that the run does not have, did not score, or does not count (synthetic ones). */
  readonly unmatched: number;
  /** Metrics that labels speak of and the run does not have, sorted: what is said of them counts nowhere. */
  readonly ignored: readonly string[];
  readonly metrics: readonly MetricAgreement[];
}
