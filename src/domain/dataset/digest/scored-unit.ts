import type { SparseVector } from './sparse-vector.js';
import type { Candidate, StoryUnit } from './story-unit.js';

/** A candidate with what the choice goes by. */
export interface ScoredCandidate extends Candidate {
  readonly vector: SparseVector;
  readonly score: number;
}

/** A unit with what the choice goes by. */
export interface ScoredUnit extends Omit<StoryUnit, 'candidates'> {
  /** Its number in the day. */
  readonly unit: number;
  readonly vector: SparseVector;
  readonly titleVector?: SparseVector;
  readonly candidates: readonly ScoredCandidate[];
  /** How much it deserves to be read first. */
  readonly score: number;
}
