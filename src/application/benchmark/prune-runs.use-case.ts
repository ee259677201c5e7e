import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { Clock } from '../ports/clock.port.js';
import type { Store, StoreProvider } from '../ports/store.port.js';

/** What to keep. */
export interface PruneRunsCommand {
  /** The newest runs of each scenario that stay, ≥ 0. */
  readonly keep: number;
  /** Only runs that started so many days ago or earlier go; left out: whatever their age. */
  readonly olderThanDays?: number;
  /** `false`: only says what would go. */
  readonly confirmed: boolean;
}

/** What goes or went. */
export interface PrunedRuns {
  readonly runs: readonly BenchmarkRun[];
  readonly removed: boolean;
}

/** More runs than anybody keeps. */
const ALL = 1_000_000;
const DAY_MS = 86_400_000;

/**
 * Removes old runs with their results. The newest of each scenario stay, pinned ones and running ones always do, and so
 * does whatever a run that stays was compared with.
 */
export class PruneRunsUseCase {
  constructor(
    private readonly stores: StoreProvider,
    private readonly clock: Clock,
  ) {}

  async execute(command: PruneRunsCommand): Promise<PrunedRuns> {
    const store = await this.stores.openExisting();
    if (store === undefined) return { runs: [], removed: false };
    const runs = this.#superfluous(await store.runs.listRuns(ALL), command);
    if (!command.confirmed || runs.length === 0) return { runs, removed: false };
    await remove(store, runs);
    return { runs, removed: true };
  }

  #superfluous(runs: readonly BenchmarkRun[], { keep, olderThanDays = 0 }: PruneRunsCommand): readonly BenchmarkRun[] {
    const before = this.clock.now() - olderThanDays * DAY_MS;
    const seen = new Map<string, number>();
    const old = runs.filter((run) => {
      const rank = seen.get(run.scenario) ?? 0;
      seen.set(run.scenario, rank + 1);
      return rank >= keep && run.pinnedAt === null && run.status !== 'running' && run.startedAt <= before;
    });
    const going = new Map(old.map((run) => [run.id, run]));
    for (const run of runs) if (!going.has(run.id)) keepBaselines(run, going);
    return [...going.values()];
  }
}

/** What a run that stays was compared with stays too, and what that was compared with. */
function keepBaselines(run: BenchmarkRun, going: Map<string, BenchmarkRun>): void {
  const baseline = going.get(run.baseline?.runId ?? '');
  if (baseline === undefined) return;
  going.delete(baseline.id);
  keepBaselines(baseline, going);
}

async function remove(store: Store, runs: readonly BenchmarkRun[]): Promise<void> {
  for (const { id } of runs) await store.runs.deleteRun(id);
}
