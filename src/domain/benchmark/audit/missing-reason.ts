/** How many answers a row has, and how many it lacks. */
export interface AnsweredShare {
  readonly answered: number;
  readonly missing: number;
  /** The share of answers that a row needs to say anything, 0…1. */
  readonly minimumCoverage: number;
}

/** Why a row that lacks answers of the judge says nothing; `null` where it has enough: a failure must not make a row pass. */
export function missingReason({ answered, missing, minimumCoverage }: AnsweredShare): string | null {
  const all = answered + missing;
  return answered >= minimumCoverage * all ? null : `the judge gave no scores for ${missing} of ${all} samples`;
}
