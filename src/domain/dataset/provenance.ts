/**
 * Where a record comes from: `imported` from a real export, `synthetic` made to fill a gap, `unmarked` when a team's own
 * document does not say.
 */
export type Provenance = 'imported' | 'synthetic' | 'unmarked';

/** All of them, in the order in which counts list them. */
export const PROVENANCES: readonly Provenance[] = ['imported', 'synthetic', 'unmarked'];
