/** One bullet of a digest. */
export interface DigestItem {
  /** Set in bold before the sentences. */
  readonly headline?: string;
  readonly sentences: readonly string[];
}

/** The characters of an item's text. */
export function itemLength({ headline, sentences }: DigestItem): number {
  return sentences.reduce((sum, sentence) => sum + sentence.length + 1, headline?.length ?? 0);
}
