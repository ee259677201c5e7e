/** What one person says of one sample. */
export interface HumanLabel {
  readonly sampleId: string;
  readonly rater: string;
  /** By metric, each in 0…1. */
  readonly scores: Readonly<Record<string, number>>;
}

/** Whose a label is taken to be that names nobody. */
export const NAMELESS_RATER = 'human';
