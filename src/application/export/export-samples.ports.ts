import type { Clock } from '../ports/clock.port.js';
import type { DocumentSchemas } from '../ports/document-schemas.port.js';
import type { ExportSchemas } from '../ports/export-schemas.port.js';
import type { ExportWriter } from '../ports/export-writer.port.js';
import type { FolderLock } from '../ports/folder-lock.port.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { Logger } from '../ports/logger.port.js';
import type { MetricsPort } from '../ports/metrics.port.js';
import type { OutputGuard } from '../ports/output-guard.port.js';
import type { ProgressReporter } from '../ports/progress.port.js';
import type { DataPaths, FilePublisher } from '../ports/publisher.port.js';
import type { StoreProvider } from '../ports/store.port.js';
import type { Tracer } from '../ports/tracer.port.js';

/** What an export needs. */
export interface ExportSamplesPorts {
  readonly stores: StoreProvider;
  readonly writer: ExportWriter;
  readonly schemas: ExportSchemas;
  readonly documents: DocumentSchemas;
  readonly publisher: FilePublisher;
  readonly paths: DataPaths;
  readonly guard: OutputGuard;
  readonly folderLock: FolderLock;
  readonly hasher: Hasher;
  readonly clock: Clock;
  readonly metrics: MetricsPort;
  readonly tracer: Tracer;
  readonly progress: ProgressReporter;
  readonly logger: Logger;
}

/** What an export does not choose by itself. */
export interface ExportSettings {
  /** Tool and version, as the manifest names them: `etalon 0.1.0`. */
  readonly createdBy: string;
  /** The zone of days when there is no record of a data set. */
  readonly defaultTimezone: string;
}
