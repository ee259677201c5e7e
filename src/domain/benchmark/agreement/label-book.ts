import type { Rating } from '../../statistics/agreement/krippendorff-alpha.js';
import type { HumanLabel } from './human-label.js';

/** People's labels, found by sample. A rater who spoke twice of a sample is taken at the last word. */
export class LabelBook {
  /** By name. */
  readonly raters: readonly string[];
  readonly #bySample = new Map<string, Map<string, HumanLabel>>();

  constructor(labels: readonly HumanLabel[]) {
    this.raters = [...new Set(labels.map(({ rater }) => rater))].sort();
    for (const label of labels) this.#wordsOf(label.sampleId).set(label.rater, label);
  }

  /** What each rater gives a sample for a metric, in the order of the raters; `null` for nothing. */
  wordsOn(sampleId: string, metric: string): readonly Rating[] {
    const words = this.#bySample.get(sampleId);
    return this.raters.map((rater) => words?.get(rater)?.scores[metric] ?? null);
  }

  #wordsOf(sampleId: string): Map<string, HumanLabel> {
    const known = this.#bySample.get(sampleId) ?? new Map<string, HumanLabel>();
    this.#bySample.set(sampleId, known);
    return known;
  }
}
