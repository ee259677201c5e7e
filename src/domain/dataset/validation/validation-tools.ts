/** What validation asks of a language detector. */
export interface ValidationTools {
  /** The language of a text as an ISO 639-1 code, or "" when it cannot be told. */
  detectLanguage(text: string): string;
}
