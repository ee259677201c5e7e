/** A rule that a record breaks: a stable name, and what is wrong where. */
export interface BrokenRule {
  readonly rule: string;
  readonly message: string;
}
