import { ContainerModule } from 'inversify';
import { AtomicFilePublisher } from '../../infrastructure/files/atomic-file-publisher.js';
import { ConfiguredDataPaths } from '../../infrastructure/files/configured-data-paths.js';
import { ConfiguredDocsFolder } from '../../infrastructure/files/configured-docs-folder.js';
import { DataFolderGuard } from '../../infrastructure/files/data-folder-guard.js';
import { LockFileFolderLock } from '../../infrastructure/files/lock-file-folder-lock.js';
import { TOKENS } from '../tokens.js';

/** Files: where they lie, and how they are written whole. */
export const filesModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.publisher)
    .toResolvedValue(() => new AtomicFilePublisher())
    .inSingletonScope();
  bind(TOKENS.paths)
    .toResolvedValue(({ dataDir }) => new ConfiguredDataPaths(dataDir), [TOKENS.settings])
    .inSingletonScope();
  bind(TOKENS.docsFolder)
    .toResolvedValue(({ docsDir }) => new ConfiguredDocsFolder(docsDir), [TOKENS.settings])
    .inSingletonScope();
  bind(TOKENS.folderLock)
    .toResolvedValue((ids) => new LockFileFolderLock(ids), [TOKENS.ids])
    .inSingletonScope();
  bind(TOKENS.outputGuard)
    .toResolvedValue(({ dataDir }) => new DataFolderGuard(dataDir), [TOKENS.settings])
    .inSingletonScope();
});
