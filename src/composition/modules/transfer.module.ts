import { ContainerModule } from 'inversify';
import { ImportDocumentsUseCase } from '../../application/dataset/import/import-documents.use-case.js';
import { CopyStoreUseCase } from '../../application/store/copy-store.use-case.js';
import { ConfiguredStoreTargets } from '../../infrastructure/persistence/configured-store-targets.js';
import { TOKENS } from '../tokens.js';

const { stores, storeTargets, hasher, ids, clock, progress } = TOKENS;
const { documentFiles, sampleDocuments, importSpools } = TOKENS;

/** Data on their way between stores, and from files into a store. */
export const transferModule = new ContainerModule(({ bind }) => {
  bind(storeTargets)
    .toResolvedValue(
      ({ store }, clock, ids) => new ConfiguredStoreTargets(store, clock, ids),
      [TOKENS.settings, clock, ids],
    )
    .inSingletonScope();
  bind(TOKENS.copyStore).toResolvedValue(
    (stores, targets, hasher, ids, clock, progress) =>
      new CopyStoreUseCase({ stores, targets, hasher, ids, clock, progress }),
    [stores, storeTargets, hasher, ids, clock, progress],
  );
  bind(documentFiles)
    .toResolvedValue(async () => {
      const { JsonDocumentFiles } = await import('../../infrastructure/documents/json-document-files.js');
      return new JsonDocumentFiles();
    })
    .inSingletonScope();
  bind(sampleDocuments)
    .toResolvedValue(async () => {
      const { TolerantSampleDocuments } =
        await import('../../infrastructure/persistence/documents/tolerant-sample-documents.js');
      return new TolerantSampleDocuments();
    })
    .inSingletonScope();
  bind(importSpools)
    .toResolvedValue(
      async ({ dataDir }, clock) => {
        const { SqliteImportSpoolFactory } = await import('../../infrastructure/spool/sqlite-import-spool.factory.js');
        return new SqliteImportSpoolFactory(dataDir, clock);
      },
      [TOKENS.settings, clock],
    )
    .inSingletonScope();
  bind(TOKENS.importDocuments).toResolvedValue(
    (files, samples, spools, stores, clock, progress) =>
      new ImportDocumentsUseCase({ files, samples, spools, stores, clock, progress }),
    [documentFiles, sampleDocuments, importSpools, stores, clock, progress],
  );
});
