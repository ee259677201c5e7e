import { join } from 'node:path';
import { ContainerModule } from 'inversify';
import { ListScenariosUseCase } from '../../application/benchmark/list-scenarios.use-case.js';
import { RunBenchmarkUseCase } from '../../application/benchmark/run-benchmark.use-case.js';
import { TimeZone } from '../../domain/time/time-zone.js';
import { readGitCommit } from '../../infrastructure/system/git-commit.js';
import { packageVersion } from '../package-version.js';
import { TOKENS } from '../tokens.js';

const { scenarios, judges, judgePool, sampleFiles, paths, stores, hasher, clock, ids, random } = TOKENS;
const { hardwareFacts, logger, metrics, tracer, progress } = TOKENS;

/** Scenarios, data set files, and the runs over them. */
export const benchmarkModule = new ContainerModule(({ bind }) => {
  bind(scenarios)
    .toResolvedValue(
      async ({ configDirs }) => {
        const { YamlScenarioRepository } = await import('../../infrastructure/scenario/yaml-scenario.repository.js');
        return new YamlScenarioRepository(configDirs.map((folder) => join(folder, 'scenarios')));
      },
      [TOKENS.settings],
    )
    .inSingletonScope();
  bind(sampleFiles)
    .toResolvedValue(
      async (schemas) => {
        const { JsonlSampleFiles } = await import('../../infrastructure/jsonl/jsonl-sample-files.js');
        return new JsonlSampleFiles(schemas);
      },
      [TOKENS.exportSchemas],
    )
    .inSingletonScope();
  bind(judgePool).toResolvedValue(
    async (clock, tracer) => {
      const { InProcessJudgePool } = await import('../../infrastructure/judges/in-process-judge-pool.js');
      return new InProcessJudgePool({ clock, tracer });
    },
    [clock, tracer],
  );
  bind(TOKENS.runBenchmark).toResolvedValue(
    async (
      scenarios,
      judges,
      pool,
      files,
      paths,
      stores,
      hasher,
      clock,
      ids,
      random,
      hardware,
      logger,
      metrics,
      tracer,
      progress,
    ) =>
      new RunBenchmarkUseCase(
        {
          scenarios,
          judges,
          pool,
          files,
          paths,
          stores,
          hasher,
          clock,
          ids,
          random,
          hardware,
          logger,
          metrics,
          tracer,
          progress,
        },
        {
          version: packageVersion(),
          gitCommit: await readGitCommit(process.cwd()),
          defaultTimezone: TimeZone.moscow().name,
        },
      ),
    [
      ...([scenarios, judges, judgePool, sampleFiles, paths, stores, hasher, clock, ids, random] as const),
      ...([hardwareFacts, logger, metrics, tracer, progress] as const),
    ],
  );
  bind(TOKENS.listScenarios).toResolvedValue((scenarios) => new ListScenariosUseCase(scenarios), [scenarios]);
});
