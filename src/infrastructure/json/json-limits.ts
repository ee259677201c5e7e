/** What a file may make the reader hold. */
export interface JsonLimits {
  /** The most bytes of one value that is read whole: a message, a document, a key, a number. */
  readonly valueBytes: number;
  /** How deep brackets may nest. */
  readonly depth: number;
}
