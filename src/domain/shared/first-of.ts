/** So many faults of one kind are told; a file of another kind has thousands, and the first ones say that. */
export const MOST_TOLD = 20;

/** The first ones of a list of texts, and how many more there are. */
export function firstOf(texts: readonly string[]): readonly string[] {
  const more = texts.length - MOST_TOLD;
  return more <= 0 ? texts : [...texts.slice(0, MOST_TOLD), `… and ${more} more`];
}
