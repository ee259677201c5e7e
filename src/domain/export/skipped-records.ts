/** A record that an export left out. */
export interface SkippedRecord {
  readonly sample_id: string;
  /** Where the fault is, a JSON pointer; "" is the record itself. */
  readonly path: string;
  /** What the rule asks for. */
  readonly rule: string;
}

/** How many records an export left out, and the first of them. */
export interface SkippedSummary {
  readonly count: number;
  readonly records: readonly SkippedRecord[];
}

/** So many are listed; the rest is only counted, so that neither memory nor the manifest grows with them. */
export const MOST_LISTED = 100;

/** Collects what an export leaves out, in its order. */
export class SkippedRecords {
  readonly #listed: SkippedRecord[] = [];
  #count = 0;

  add(record: SkippedRecord): void {
    this.#count += 1;
    if (this.#listed.length < MOST_LISTED) this.#listed.push(record);
  }

  get summary(): SkippedSummary {
    return { count: this.#count, records: this.#listed };
  }
}
