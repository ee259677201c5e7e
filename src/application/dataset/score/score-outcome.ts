import type { JudgeUsage } from '../../../domain/benchmark/judge-usage.js';
import type { JudgeFault } from '../../../domain/benchmark/sample-result.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';

/** A document that got no scores, and why. */
export interface ScoreProblem {
  readonly id: string;
  readonly status: 'unscored' | 'error';
  readonly fault: JudgeFault | null;
  readonly reason: string;
}

/** What happened to the documents of one kind. */
export interface KindOutcome {
  readonly kind: SampleKind;
  readonly scenario: string;
  readonly judge: {
    readonly kind: string;
    readonly model: string;
    readonly promptVersion: string;
    readonly promptHash: string | null;
  };
  readonly documents: number;
  /** Had scores of this very judge already. */
  readonly scoredBefore: number;
  /** Had scores of another judge, which stay. */
  readonly scoredByOthers: number;
  readonly scored: number;
  /** The judge found nothing to judge. */
  readonly unscored: number;
  readonly failed: number;
  /** Not asked for any more: the budget was used up. */
  readonly left: number;
}

/** What scoring a data set did. */
export interface ScoreOutcome {
  readonly dataset: string;
  readonly kinds: readonly KindOutcome[];
  /** The first of those that got no scores. */
  readonly problems: readonly ScoreProblem[];
  readonly cost: JudgeUsage;
  readonly datasetHash: string | null;
  readonly scoresHash: string | null;
  /** Nothing failed, and nothing was left for want of budget. */
  readonly ok: boolean;
}
