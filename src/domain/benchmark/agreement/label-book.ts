import type { Rating } from '../../statistics/agreement/krippendorff-alpha.js';
import type { HumanLabel } from './human-label.js';

/** People's labels, found by sample. A rater who spoke twice of a metric of a sample is taken at the last word. */
export class LabelBook {
  /** By name. */
  readonly raters: readonly string[];
  /** Labels that say something of a metric of a sample which their rater had spoken of before. */
  readonly repeated: number;
  readonly #bySample = new Map<string, Map<string, HumanLabel['scores']>>();

  constructor(labels: readonly HumanLabel[]) {
    this.raters = [...new Set(labels.map(({ rater }) => rater))].sort();
    this.repeated = labels.filter((label) => this.#add(label)).length;
  }

  /** Whether anybody said anything of a sample. */
  has(sampleId: string): boolean {
    return this.#bySample.has(sampleId);
  }

  /** What each rater gives a sample for a metric, in the order of the raters; `null` for nothing. */
  wordsOn(sampleId: string, metric: string): readonly Rating[] {
    const words = this.#bySample.get(sampleId);
    return this.raters.map((rater) => words?.get(rater)?.[metric] ?? null);
  }

  /** Says whether an earlier word is replaced. */
  #add({ sampleId, rater, scores }: HumanLabel): boolean {
    const words = this.#wordsOf(sampleId);
    const before = words.get(rater) ?? {};
    words.set(rater, { ...before, ...scores });
    return Object.keys(scores).some((metric) => before[metric] !== undefined);
  }

  #wordsOf(sampleId: string): Map<string, HumanLabel['scores']> {
    const known = this.#bySample.get(sampleId) ?? new Map<string, HumanLabel['scores']>();
    this.#bySample.set(sampleId, known);
    return known;
  }
}
