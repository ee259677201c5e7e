/** Language tools that need word lists or models. */
export interface TextTools {
  /** The stem of a lower-case Russian word; words of other scripts come back as they are. */
  stem(word: string): string;
  /** The language of a text as an ISO 639-1 code, or "" when it cannot be told. */
  detectLanguage(text: string): string;
}
