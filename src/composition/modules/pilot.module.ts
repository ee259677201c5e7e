import { join } from 'node:path';
import { ContainerModule } from 'inversify';
import { ApprovePilotUseCase } from '../../application/benchmark/pilot/approve-pilot.use-case.js';
import { RunPilotUseCase } from '../../application/benchmark/pilot/run-pilot.use-case.js';
import { ShowPilotUseCase } from '../../application/benchmark/pilot/show-pilot.use-case.js';
import { PruneRunsUseCase } from '../../application/benchmark/prune-runs.use-case.js';
import { TOKENS } from '../tokens.js';

const { publisher, paths, docsFolder, documentSchemas, hasher, folderLock, clock, pilotPlans } = TOKENS;
const FILES = [publisher, paths, docsFolder, documentSchemas, hasher, folderLock] as const;

/** The go/no-go pilot, and what must not be taken from under it. */
export const pilotModule = new ContainerModule(({ bind }) => {
  bind(pilotPlans)
    .toResolvedValue(
      async ({ configDirs }) => {
        const { YamlPilotPlans } = await import('../../infrastructure/pilot/yaml-pilot-plans.js');
        return new YamlPilotPlans(configDirs.map((folder) => join(folder, 'pilots')));
      },
      [TOKENS.settings],
    )
    .inSingletonScope();
  bind(TOKENS.runPilot).toResolvedValue(
    (publisher, paths, docs, documents, hasher, folderLock, plans, clock, benchmark, compare) =>
      new RunPilotUseCase({
        ...{ publisher, paths, docs, documents, hasher, folderLock },
        ...{ plans, clock, benchmark, compare },
      }),
    [...FILES, pilotPlans, clock, TOKENS.runBenchmark, TOKENS.compareRuns],
  );
  bind(TOKENS.approvePilot).toResolvedValue(
    (publisher, paths, docs, documents, hasher, folderLock, clock) =>
      new ApprovePilotUseCase({ publisher, paths, docs, documents, hasher, folderLock, clock }),
    [...FILES, clock],
  );
  // Runs that pilots rest on stay.
  bind(TOKENS.pruneRuns).toResolvedValue(
    (publisher, paths, docs, documents, hasher, folderLock, stores, clock) =>
      new PruneRunsUseCase({ stores, clock, pilots: { publisher, paths, docs, documents, hasher, folderLock } }),
    [...FILES, TOKENS.stores, clock],
  );
  bind(TOKENS.showPilot).toResolvedValue(
    (publisher, paths, docs, documents, hasher, folderLock) =>
      new ShowPilotUseCase({ publisher, paths, docs, documents, hasher, folderLock }),
    [...FILES],
  );
});
