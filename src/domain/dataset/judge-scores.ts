/** The four scores of a judge, each in 0…1. */
export interface Scores {
  readonly coverage: number;
  readonly accuracy: number;
  readonly coherence: number;
  readonly informativeness: number;
}

/** The names of the four. */
export const SCORE_NAMES: readonly (keyof Scores)[] = ['coverage', 'accuracy', 'coherence', 'informativeness'];

/** A judge's word on a record, as documents keep it under `llm_judge`. */
export interface JudgeScores {
  readonly judgeModel: string;
  readonly promptVersion: string;
  readonly scores: Scores;
  readonly verdict: 'BELOW_EXPECTATIONS' | 'MEETS_EXPECTATIONS' | 'EXCEEDS_EXPECTATIONS';
  readonly notes: string;
}
