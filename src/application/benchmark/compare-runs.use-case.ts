import type { ComparedRun, ComparisonRules } from '../../domain/benchmark/comparison/compare-runs.js';
import { compareRuns } from '../../domain/benchmark/comparison/compare-runs.js';
import type { RunComparison } from '../../domain/benchmark/comparison/run-comparison.js';
import { refuseIncomparable } from '../../domain/benchmark/comparison/refuse-incomparable.js';
import type { StoreProvider } from '../ports/store.port.js';
import { findBaseline } from './find-baseline.js';
import type { StoredRun } from './find-run.js';
import { findRun } from './find-run.js';

/** Which runs to compare, and how. */
export interface CompareRunsCommand {
  /** The baseline: a run's id, or `pinned` for the one that was pinned for the candidate's scenario. */
  readonly a: string;
  /** The candidate's id. */
  readonly b: string;
  /** The largest difference of a score that counts as none, 0…1. */
  readonly margin?: number;
  /** The level of the tests, 0…0.5. */
  readonly alpha?: number;
}

/** The margin and the level unless somebody says otherwise. */
export const COMPARISON_DEFAULTS = { margin: 0.02, alpha: 0.05 } as const;

/** Compares two stored runs, sample by sample. */
export class CompareRunsUseCase {
  constructor(private readonly stores: StoreProvider) {}

  /** @throws RUN_NOT_FOUND, BASELINE_NOT_PINNED, RUNS_NOT_COMPARABLE, and those of the store. */
  async execute(command: CompareRunsCommand): Promise<RunComparison> {
    const candidate = await findRun(this.stores, command.b);
    const baseline = await findBaseline(candidate.store, command.a, candidate.run.scenario);
    const { margin, alpha } = { ...COMPARISON_DEFAULTS, ...command };
    const pinned = command.a === 'pinned';
    return await compareStored({ run: baseline, store: candidate.store }, candidate, {
      ...{ margin, alpha, baselinePinned: pinned },
    });
  }
}

/** Compares two runs with the results that their store has. @throws RUNS_NOT_COMPARABLE */
export async function compareStored(a: StoredRun, b: StoredRun, rules: ComparisonRules): Promise<RunComparison> {
  refuseIncomparable(a.run, b.run);
  return await compareRuns(withResults(a), withResults(b), rules);
}

function withResults({ run, store }: StoredRun): ComparedRun {
  return { run, results: store.runs.results(run.id, 'id') };
}
