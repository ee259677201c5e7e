/** Makes names for things that have none of their own (runs, spans, lock owners). */
export interface IdGenerator {
  /** A name that no other call anywhere gives: `prefix-` and letters and digits that sort by time of making. */
  next(prefix: string): string;
}
