import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { hasEnd } from '../../domain/benchmark/has-end.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Clock } from '../ports/clock.port.js';
import type { Store, StoreProvider } from '../ports/store.port.js';
import { holdRun } from './hold-run.js';
import type { PilotFilePorts } from './pilot/pilot-files.js';
import { runsOfPilots } from './pilot/runs-of-pilots.js';

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

/** What the removal of runs needs. */
export interface PruneRunsPorts {
  readonly stores: StoreProvider;
  readonly clock: Clock;
  readonly pilots: PilotFilePorts;
}

/** More runs than anybody keeps. */
const ALL = 1_000_000;
const DAY_MS = 86_400_000;

/**
 * Removes old runs with their results. The newest of each scenario that came to an end stay, and those without an end
 * that are newer than the last of them. What is pinned, at work, or behind the decision of a pilot always stays, and so
 * does whatever a run that stays was compared with.
 */
export class PruneRunsUseCase {
  constructor(private readonly ports: PruneRunsPorts) {}

  /** @throws DATA_DIR_UNUSABLE, FILE_READ_FAILED, and what the store throws. */
  async execute(command: PruneRunsCommand): Promise<PrunedRuns> {
    const store = await this.ports.stores.openExisting();
    if (store === undefined) return { runs: [], removed: false };
    const all = await store.runs.listRuns(ALL);
    const runs = withoutBaselines(all, await this.#old(store, all, command));
    if (!command.confirmed || runs.length === 0) return { runs, removed: false };
    const removed = await filtered(runs, (run) => onlyIfIdle(store, run, () => store.runs.deleteRun(run.id)));
    return { runs: removed, removed: true };
  }

  async #old(
    store: Store,
    runs: readonly BenchmarkRun[],
    { keep, olderThanDays = 0 }: PruneRunsCommand,
  ): Promise<readonly BenchmarkRun[]> {
    const before = this.ports.clock.now() - olderThanDays * DAY_MS;
    const decided = await runsOfPilots(this.ports.pilots);
    const old = beyond(runs, keep).filter(
      (run) => run.pinnedAt === null && !decided.has(run.id) && run.startedAt <= before,
    );
    return await filtered(old, (run) => onlyIfIdle(store, run, () => Promise.resolve()));
  }
}

/** The runs with so many newer ones of their scenario that came to an end. */
function beyond(runs: readonly BenchmarkRun[], keep: number): readonly BenchmarkRun[] {
  const ended = new Map<string, number>();
  return runs.filter(({ scenario, status }) => {
    const newer = ended.get(scenario) ?? 0;
    if (hasEnd(status)) ended.set(scenario, newer + 1);
    return newer >= keep;
  });
}

/** What a run that stays was compared with stays too, and what that was compared with. */
function withoutBaselines(all: readonly BenchmarkRun[], old: readonly BenchmarkRun[]): readonly BenchmarkRun[] {
  const going = new Map(old.map((run) => [run.id, run]));
  for (const run of all) if (!going.has(run.id)) keepBaselines(run, going);
  return [...going.values()];
}

function keepBaselines(run: BenchmarkRun, going: Map<string, BenchmarkRun>): void {
  const baseline = going.get(run.baseline?.runId ?? '');
  if (baseline === undefined) return;
  going.delete(baseline.id);
  keepBaselines(baseline, going);
}

/**
 * A run that was killed says that it is running, and nobody holds it.
 *
 * @returns whether the work was done: nobody works on the run.
 */
async function onlyIfIdle(store: Store, { id, status }: BenchmarkRun, work: () => Promise<void>): Promise<boolean> {
  try {
    await (hasEnd(status) ? work() : holdRun(store, id, work));
    return true;
  } catch (error) {
    if (error instanceof EtalonError && error.code === 'RUN_BUSY') return false;
    throw error;
  }
}

async function filtered<T>(items: readonly T[], test: (item: T) => Promise<boolean>): Promise<readonly T[]> {
  const kept: T[] = [];
  for (const item of items) if (await test(item)) kept.push(item);
  return kept;
}
