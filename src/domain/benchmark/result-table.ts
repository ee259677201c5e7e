import type { Provenance } from '../dataset/provenance.js';
import { PROVENANCES } from '../dataset/provenance.js';
import type { MetricResult } from './metric-result.js';
import type { SampleResult } from './sample-result.js';

/** A number and a count for each provenance. */
export type ByProvenance = MetricResult['byProvenance'];

/** The results of a run, with the question of which of them count answered once. */
export class ResultTable {
  readonly #counted: readonly SampleResult[];

  /**
   * @param results in the order of the data set
   * @param includeSynthetic whether synthetic samples count like all others
   */
  constructor(
    private readonly results: readonly SampleResult[],
    includeSynthetic: boolean,
  ) {
    this.#counted = includeSynthetic ? results : results.filter(({ provenance }) => provenance !== 'synthetic');
  }

  /** The samples that estimates, intervals and the verdict rest on. */
  get counted(): readonly SampleResult[] {
    return this.#counted;
  }

  /** Days that samples which count fall on. */
  get days(): number {
    return new Set(this.#counted.map(({ day }) => day)).size;
  }

  /** How many samples ended how, those that do not count included. */
  get tally(): {
    readonly total: number;
    readonly scored: number;
    readonly unscored: number;
    readonly errors: number;
  } {
    const of = (status: SampleResult['status']) => this.results.filter((result) => result.status === status).length;
    return {
      total: this.results.length,
      scored: of('scored'),
      unscored: of('unscored'),
      errors: of('error'),
    };
  }

  /** The scored share of the samples that count; `null` when none does. */
  get coverage(): number | null {
    const total = this.#counted.length;
    return total === 0 ? null : this.#counted.filter(({ status }) => status === 'scored').length / total;
  }

  /** Latencies of the samples that count, ascending. */
  latencies(): readonly number[] {
    return this.#counted.map(({ latencySeconds }) => latencySeconds).sort((a, b) => a - b);
  }

  /** A number for the samples of each provenance, those that do not count included. */
  byProvenance(
    estimate: (group: readonly SampleResult[]) => number | null,
    among: (result: SampleResult) => boolean = () => true,
  ): ByProvenance {
    const entry = (provenance: Provenance) => {
      const group = this.results.filter((result) => result.provenance === provenance && among(result));
      return [provenance, { estimate: estimate(group), n: group.length }] as const;
    };
    return Object.fromEntries(PROVENANCES.map(entry));
  }
}
