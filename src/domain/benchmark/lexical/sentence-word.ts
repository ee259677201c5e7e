import type { SourceStem } from './source-stem.js';
import type { Token } from './tokens.js';

/** A token of a summary that carries meaning, and what the source has of it. */
export interface SentenceWord {
  readonly token: Token;
  /** Its place among all tokens of the sentence. */
  readonly at: number;
  /** `undefined` when the source does not have its stem. */
  readonly stem: SourceStem | undefined;
}
