import type { JudgeUsage } from '../../../domain/benchmark/judge-usage.js';
import { addUsage, NO_USAGE } from '../../../domain/benchmark/judge-usage.js';
import type { KindOutcome, ScoreProblem } from './score-outcome.js';

/** So many problems are told one by one; the rest are counted. */
const MOST_PROBLEMS = 20;

type Counts = Omit<KindOutcome, 'kind' | 'scenario' | 'judge'>;
const NOTHING: Counts = {
  ...{ documents: 0, scoredBefore: 0, scoredByOthers: 0 },
  ...{ scored: 0, unscored: 0, failed: 0, left: 0 },
};

/** Cost and problems of scoring a data set, and the counts of the kind at hand, while they come in. */
export class ScoringTally {
  readonly problems: ScoreProblem[] = [];
  #cost = NO_USAGE;
  #counts: Record<keyof Counts, number> = { ...NOTHING };

  get cost(): JudgeUsage {
    return this.#cost;
  }

  count(what: keyof Counts, by = 1): void {
    this.#counts[what] += by;
  }

  spend(usage: JudgeUsage): void {
    this.#cost = addUsage(this.#cost, usage);
  }

  problem(problem: ScoreProblem): void {
    this.count(problem.status === 'unscored' ? 'unscored' : 'failed');
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  /** The counts of the kind at hand; the next ones begin at nothing. */
  take(): Counts {
    const counts = this.#counts;
    this.#counts = { ...NOTHING };
    return counts;
  }
}
