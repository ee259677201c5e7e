import type { SkippedSamples } from './judge-audit.js';

const MOST_REASONS = 8;
const OTHERS = 'other reasons';

/** Why a sample was left out: it offers no place for what is to be done, or the judge gave no scores. */
export type LeftOut = { readonly skipped: string } | { readonly missing: string };

/** Counts why samples were left out, in the order in which reasons came up; of many reasons the later ones together. */
export class SkipCounts {
  readonly #counts = new Map<string, number>();

  /** How many were left out because the judge gave no scores. */
  missing = 0;

  add(left: LeftOut): void {
    if ('missing' in left) this.missing += 1;
    const reason = 'missing' in left ? left.missing : left.skipped;
    const known = this.#counts.has(reason) || this.#counts.size < MOST_REASONS;
    const key = known ? reason : OTHERS;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  list(): readonly SkippedSamples[] {
    return Array.from(this.#counts, ([reason, samples]) => ({ reason, samples }));
  }
}
