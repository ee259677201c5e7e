/** The passes of a review, in the order in which they run. */
export const REVIEW_PASSES = ['coverage', 'accuracy', 'style'] as const;

/** The name of a pass. */
export type ReviewPassName = (typeof REVIEW_PASSES)[number];
