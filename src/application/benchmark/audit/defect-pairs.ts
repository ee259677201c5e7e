import type { AuditDefect } from '../../../domain/benchmark/audit/audit-defects.js';
import { SCORE_NAMES } from '../../../domain/dataset/judge-scores.js';
import type { ScoredPair } from '../../../domain/benchmark/audit/defect-row.js';
import { defectRow } from '../../../domain/benchmark/audit/defect-row.js';
import type { Spoilt } from '../../../domain/benchmark/audit/defects/defect.js';
import type { AuditedText, DefectRow } from '../../../domain/benchmark/audit/judge-audit.js';
import type { LeftOut } from '../../../domain/benchmark/audit/skip-counts.js';
import { SkipCounts } from '../../../domain/benchmark/audit/skip-counts.js';
import type { RandomFactory } from '../../ports/random-factory.port.js';
import type { CleanSample } from './clean-samples.js';

/** What one defect is put into. */
export interface DefectTask {
  readonly defect: AuditDefect;
  readonly text: AuditedText;
  readonly samples: readonly CleanSample[];
  readonly perDefect: number;
  readonly seed: number;
}

/** A sample, and its spoilt summary or why there is none. */
export interface Candidate {
  readonly of: DefectPairs;
  readonly sample: CleanSample;
  readonly spoilt: Spoilt;
}

/** The pairs of one defect, as they come together, and why samples are missing. */
export class DefectPairs {
  readonly #pairs: ScoredPair[] = [];
  readonly #skips = new SkipCounts();
  readonly #left: IterableIterator<CleanSample>;

  constructor(
    private readonly task: DefectTask,
    private readonly random: RandomFactory,
  ) {
    this.#left = task.samples.values();
  }

  /** How many pairs are wanted yet. */
  get wanted(): number {
    return this.task.perDefect - this.#pairs.length;
  }

  /** The next samples in their order, so many that as many of them as are wanted can be spoilt; none at the end. */
  candidates(): readonly Candidate[] {
    const found: Candidate[] = [];
    for (let places = 0; places < this.wanted;) {
      const next = this.#left.next();
      if (next.done === true) break;
      const spoilt = this.#spoilt(next.value);
      if ('summary' in spoilt) places += 1;
      found.push({ of: this, sample: next.value, spoilt });
    }
    return found;
  }

  take(pair: ScoredPair | LeftOut): void {
    if ('clean' in pair) this.#pairs.push(pair);
    else this.#skips.add(pair);
  }

  /** What each metric makes of the defect. */
  rows(minimumCoverage: number): readonly DefectRow[] {
    const { defect, text } = this.task;
    const metrics = defect.expected.length === 0 ? SCORE_NAMES : defect.expected;
    return metrics.map((metric) => defectRow({ defect, text, metric, minimumCoverage }, this.#pairs, this.#skips));
  }

  /** A stream for each defect and sample: one more of either changes no other. */
  #spoilt({ record, text, left }: CleanSample): Spoilt {
    const { defect, seed, text: kind } = this.task;
    const stream = this.random.seeded(seed, `judge-audit ${defect.name} ${kind} ${record.sampleId}`);
    const spoilt = defect.spoil(text, stream);
    return 'summary' in spoilt && left !== null ? { skipped: `clean summary: ${left}` } : spoilt;
  }
}
