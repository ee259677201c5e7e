import { ContainerModule } from 'inversify';
import { QueryReplay } from '../../application/export/verify/export-replay.js';
import { VerifyExportUseCase } from '../../application/export/verify/verify-export.use-case.js';
import { TOKENS } from '../tokens.js';

const { exportFolders, exportReplay, scratch, paths, documentSchemas, exportSchemas, exportWriter } = TOKENS;
const { stores, hasher, progress, tracer, clock, settings } = TOKENS;

/** The check of exports. */
export const exportVerifyModule = new ContainerModule(({ bind }) => {
  bind(exportFolders)
    .toResolvedValue(async () => {
      const { DiskExportFolders } = await import('../../infrastructure/jsonl/disk-export-folders.js');
      return new DiskExportFolders();
    })
    .inSingletonScope();
  bind(scratch)
    .toResolvedValue(
      async ({ dataDir }, clock) => {
        const { DataScratchFolders } = await import('../../infrastructure/spool/data-scratch-folders.js');
        return new DataScratchFolders(dataDir, clock);
      },
      [settings, clock],
    )
    .inSingletonScope();
  bind(exportReplay).toResolvedValue(
    (writer, schemas, hasher) => new QueryReplay(writer, schemas, hasher),
    [exportWriter, exportSchemas, hasher],
  );
  bind(TOKENS.verifyExport).toResolvedValue(
    (folders, replay, scratch, paths, documents, schemas, stores, hasher, progress, tracer) =>
      new VerifyExportUseCase({
        ...{ folders, replay, scratch, paths, documents, schemas, stores, hasher, progress, tracer },
      }),
    [
      ...([exportFolders, exportReplay, scratch, paths, documentSchemas, exportSchemas] as const),
      ...([stores, hasher, progress, tracer] as const),
    ],
  );
});
