import { ContainerModule } from 'inversify';
import { AdoptDatasetUseCase } from '../../application/dataset/adopt-dataset.use-case.js';
import { ListDatasetsUseCase } from '../../application/dataset/list-datasets.use-case.js';
import { RemoveDatasetUseCase } from '../../application/dataset/remove-dataset.use-case.js';
import { SeedBenchmarkDataUseCase } from '../../application/dataset/seed-benchmark-data.use-case.js';
import { ShowDatasetUseCase } from '../../application/dataset/show-dataset.use-case.js';
import { VerifyDatasetUseCase } from '../../application/dataset/verify-dataset.use-case.js';
import { TOKENS } from '../tokens.js';

const { stores, hasher, textTools, clock, random, publisher, paths, progress, logger, metrics, tracer } = TOKENS;

/** Seeding and looking after data sets. */
export const datasetModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.seedBenchmarkData).toResolvedValue(
    (
      source,
      spools,
      digesters,
      stores,
      textTools,
      clock,
      random,
      hasher,
      publisher,
      paths,
      progress,
      logger,
      metrics,
      tracer,
    ) =>
      new SeedBenchmarkDataUseCase({
        ...{ source, spools, digesters, stores, textTools, clock, random, hasher },
        ...{ publisher, paths, progress, logger, metrics, tracer },
      }),
    [
      ...([TOKENS.postSource, TOKENS.spools, TOKENS.digesters, stores, textTools, clock, random, hasher] as const),
      ...([publisher, paths, progress, logger, metrics, tracer] as const),
    ],
  );
  bind(TOKENS.verifyDataset).toResolvedValue(
    (stores, hasher, textTools) => new VerifyDatasetUseCase({ stores, hasher, textTools }),
    [stores, hasher, textTools],
  );
  bind(TOKENS.adoptDataset).toResolvedValue(
    (stores, hasher, textTools, clock) => new AdoptDatasetUseCase({ stores, hasher, textTools, clock }),
    [stores, hasher, textTools, clock],
  );
  bind(TOKENS.listDatasets).toResolvedValue((stores) => new ListDatasetsUseCase(stores), [stores]);
  bind(TOKENS.showDataset).toResolvedValue((stores) => new ShowDatasetUseCase(stores), [stores]);
  bind(TOKENS.removeDataset).toResolvedValue((stores) => new RemoveDatasetUseCase(stores), [stores]);
});
