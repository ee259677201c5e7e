import type { SampleKind } from '../../domain/dataset/sample.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ExportManifest, ManifestFile } from '../../domain/export/export-manifest.js';
import { exportQueryDocument } from '../../domain/export/export-query.js';
import type { Clock } from '../ports/clock.port.js';
import type { DocumentSchemas } from '../ports/document-schemas.port.js';
import type { ExportSchemas } from '../ports/export-schemas.port.js';
import type { ExportWriter, WrittenFile } from '../ports/export-writer.port.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { Logger } from '../ports/logger.port.js';
import type { MetricsPort } from '../ports/metrics.port.js';
import type { FolderLock } from '../ports/folder-lock.port.js';
import type { OutputGuard } from '../ports/output-guard.port.js';
import type { ProgressReporter } from '../ports/progress.port.js';
import type { DataPaths, FilePublisher } from '../ports/publisher.port.js';
import type { Store, StoreProvider } from '../ports/store.port.js';
import type { Tracer } from '../ports/tracer.port.js';
import type { ExportSamplesCommand } from './export-samples.command.js';
import { assertUsable } from './export-samples.command.js';
import { publishManifest } from './publish-manifest.js';
import type { ResolvedExport } from './resolve-export.js';
import { resolveExport } from './resolve-export.js';
import { selectSamples } from './select-samples.js';
import { writeExport } from './write-export.js';

/** The file of each kind in an export's folder. */
export const EXPORT_FILE_NAMES: Readonly<Record<SampleKind, string>> = {
  digests: 'digests.jsonl',
  review_reports: 'review_reports.jsonl',
};

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

/** What an export wrote. */
export interface ExportResult {
  readonly kind: SampleKind;
  readonly path: string;
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
  /** `null` when the output is a device or a pipe, which nobody can check later. */
  readonly manifest: string | null;
  /** Files that the folder's manifest lists no more because they show another state of the data. */
  readonly dropped: readonly string[];
}

/**
 * Exports the samples of one kind as JSON lines with a manifest beside them: the same documents give the same bytes. One
 * pass, in constant memory.
 *
 * Errors: USAGE, DATASET_NOT_FOUND, EXPORT_EMPTY, EXPORT_CHANNEL_UNKNOWN, EXPORT_RECORD_INVALID, FILE_WRITE_FAILED,
 * DISK_FULL, and those of the store. After any of them no new file is left.
 */
export class ExportSamplesUseCase {
  constructor(
    private readonly ports: ExportSamplesPorts,
    private readonly settings: ExportSettings,
  ) {}

  async execute(command: ExportSamplesCommand): Promise<ExportResult> {
    await this.#assertUsable(command);
    const { clock, metrics, tracer } = this.ports;
    return await tracer.span('export', { exporter: command.kind }, async () => {
      const started = clock.monotonic();
      const result = await this.#export(command);
      const seconds = (clock.monotonic() - started) / 1000;
      metrics.observe('benchmark_export_duration_seconds', { exporter: command.kind }, seconds);
      return result;
    });
  }

  async #assertUsable(command: ExportSamplesCommand): Promise<void> {
    assertUsable(command);
    const { output: path } = command;
    if (path === undefined) return;
    await this.ports.guard.assertWritable({ path, option: '--output', mayReplaceExports: true });
  }

  async #export(command: ExportSamplesCommand): Promise<ExportResult> {
    const store = await this.ports.stores.openExisting();
    if (store === undefined) throw new EtalonError('EXPORT_EMPTY', 'There is no store yet');
    const resolved = await resolveExport(store, command, this.settings.defaultTimezone);
    const target = command.output ?? this.#defaultPath(resolved);
    const written = await this.#write(resolved, target, command.signal);
    const { path, records, bytes, sha256, regular } = written;
    const base = { kind: command.kind, path, records, bytes, sha256 };
    if (!regular) return { ...base, manifest: null, dropped: [] };
    const manifest = this.#manifest(store, resolved, written);
    const published = await publishManifest(this.ports, folderOf(path), manifest);
    if (published.dropped.length > 0) this.#warnDropped(published.dropped);
    return { ...base, manifest: published.path, dropped: published.dropped };
  }

  #defaultPath({ day, query }: ResolvedExport): string {
    return `${this.ports.paths.exportDir(day)}/${EXPORT_FILE_NAMES[query.kind]}`;
  }

  async #write({ samples, query }: ResolvedExport, path: string, signal?: AbortSignal): Promise<WrittenFile> {
    const { writer, schemas, hasher } = this.ports;
    const progress = this.ports.progress.start(`Exporting ${query.kind}`, query.sample?.size);
    try {
      const chosen = selectSamples(samples, query, hasher);
      return await writeExport(chosen, { path, writer, schema: schemas.of(query.kind), progress, signal });
    } finally {
      progress.finish();
    }
  }

  #manifest(store: Store, resolved: ResolvedExport, written: WrittenFile): ExportManifest {
    const { query, dataset, zone } = resolved;
    const file = this.#manifestFile(query.kind, written);
    return {
      schema_version: 1,
      created_by: this.settings.createdBy,
      store: store.kind,
      query: { [file.path]: exportQueryDocument(query) },
      timezone: zone.name,
      dataset_hash: dataset?.datasetHash ?? null,
      scores_hash: dataset?.scoresHash ?? null,
      files: [file],
    };
  }

  #manifestFile(kind: SampleKind, written: WrittenFile): ManifestFile {
    const { records, bytes, sha256, blocks } = written;
    const path = baseOf(written.path);
    const { file: schema, sha256: schema_sha256 } = this.ports.schemas.of(kind);
    return { path, kind, records, bytes, sha256, uncompressed: null, schema, schema_sha256, blocks };
  }

  #warnDropped(files: readonly string[]): void {
    this.ports.logger.warn('The manifest lists files no more that show another state of the data', { files });
  }
}

/** The folder of a path with its separator at the end; "" when the path has none. */
function folderOf(path: string): string {
  return path.slice(0, path.length - baseOf(path).length);
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
