/** Why a post of the source does not go into the data set; the audit counts them beside the source's own skip reasons. */
export const DROP_REASONS = ['outside_window', 'not_russian', 'advertising', 'duplicate', 'near_duplicate'] as const;

export type DropReason = (typeof DROP_REASONS)[number];
