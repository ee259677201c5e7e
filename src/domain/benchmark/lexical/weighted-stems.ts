import type { SourceStem } from './source-stem.js';

/** Stems with what each weighs. */
export class WeightedStems {
  /** @param weights by the ids of stems */
  constructor(
    readonly stems: readonly SourceStem[],
    private readonly weights: Float64Array,
  ) {}

  weightOf({ id }: SourceStem): number {
    return this.weights[id] ?? 0;
  }

  /** So many of them, the heaviest first; of equals the first stays first. */
  heaviest(most: number): WeightedStems {
    const best: SourceStem[] = [];
    for (const stem of this.stems) {
      const weight = this.weightOf(stem);
      let at = best.length;
      while (at > 0 && this.#isLighter(best[at - 1], weight)) at--;
      if (at === most) continue;
      best.splice(at, 0, stem);
      if (best.length > most) best.pop();
    }
    return new WeightedStems(best, this.weights);
  }

  /** Added up in order. */
  weightOfAll(stems: readonly SourceStem[]): number {
    let sum = 0;
    for (const stem of stems) sum += this.weightOf(stem);
    return sum;
  }

  #isLighter(stem: SourceStem | undefined, weight: number): boolean {
    return stem !== undefined && this.weightOf(stem) < weight;
  }
}
