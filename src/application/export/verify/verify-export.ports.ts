import type { DocumentSchemas } from '../../ports/document-schemas.port.js';
import type { ExportFolders } from '../../ports/export-folders.port.js';
import type { ExportSchemas } from '../../ports/export-schemas.port.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { ProgressReporter } from '../../ports/progress.port.js';
import type { DataPaths } from '../../ports/publisher.port.js';
import type { ScratchFolders } from '../../ports/scratch-folders.port.js';
import type { StoreProvider } from '../../ports/store.port.js';
import type { Tracer } from '../../ports/tracer.port.js';
import type { ExportReplay } from './export-replay.js';

/** What the check of an export needs. */
export interface VerifyExportPorts {
  readonly folders: ExportFolders;
  readonly paths: DataPaths;
  readonly documents: DocumentSchemas;
  readonly schemas: ExportSchemas;
  readonly stores: StoreProvider;
  readonly replay: ExportReplay;
  readonly scratch: ScratchFolders;
  readonly hasher: Hasher;
  readonly progress: ProgressReporter;
  readonly tracer: Tracer;
}
