/** What a review asks of a stemmer. */
export interface ReviewTools {
  /** The stem of a lower-case Russian word; words of other scripts come back as they are. */
  stem(word: string): string;
}
