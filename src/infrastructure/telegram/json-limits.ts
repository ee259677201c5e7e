/** What a file may make the reader hold. */
export interface JsonLimits {
  /** The most bytes of one value that is read whole: a message, a key, a number. */
  readonly valueBytes: number;
  /** How deep brackets may nest. */
  readonly depth: number;
}

/**
 * Telegram allows 4,096 characters a message, written twice with their entities: well below a mebibyte. Its own nesting
 * is six levels.
 */
export const JSON_LIMITS: JsonLimits = { valueBytes: 8 * 1024 * 1024, depth: 128 };
