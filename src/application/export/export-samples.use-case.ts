import type { SampleKind } from '../../domain/dataset/sample.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ExportManifest, ManifestFile } from '../../domain/export/export-manifest.js';
import { exportQueryDocument } from '../../domain/export/export-query.js';
import type { ExportFile, WrittenFile } from '../ports/export-writer.port.js';
import type { Store } from '../ports/store.port.js';
import type { ExportSamplesCommand } from './export-samples.command.js';
import { assertUsable } from './export-samples.command.js';
import type { ExportSamplesPorts, ExportSettings } from './export-samples.ports.js';
import { baseOf, folderOf } from './file-path.js';
import { publishManifest } from './publish-manifest.js';
import type { ResolvedExport } from './resolve-export.js';
import { resolveExport } from './resolve-export.js';
import { selectSamples } from './select-samples.js';
import type { DatasetState } from './state-of-dataset.js';
import { stateOfDataset } from './state-of-dataset.js';
import { writeExport } from './write-export.js';

/** The file of each kind in an export's folder. */
export const EXPORT_FILE_NAMES: Readonly<Record<SampleKind, string>> = {
  digests: 'digests.jsonl',
  review_reports: 'review_reports.jsonl',
};

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
  /** How the data set is not what its record promises; for people. */
  readonly warnings: readonly string[];
}

/**
 * Exports the samples of one kind as JSON lines with a manifest beside them: the same documents give the same bytes. In
 * constant memory, in one pass over what is exported and one over the data set, whose true hash the manifest states.
 *
 * Errors: USAGE, DATASET_NOT_FOUND, EXPORT_EMPTY, EXPORT_CHANNEL_UNKNOWN, EXPORT_RECORD_INVALID, FOLDER_LOCKED,
 * FILE_WRITE_FAILED, DISK_FULL, INTERRUPTED, and those of the store. After any of them no new file is left.
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
    const file = await this.#write(resolved, target, command.signal);
    try {
      const state = await stateOfDataset(store, resolved.dataset, this.ports.hasher, command.signal);
      return await this.#publish(file, store, resolved, state);
    } catch (error) {
      await file.abort();
      throw error;
    }
  }

  /** Puts the file in its place and lists it: both under the folder's lock, or two exports at once forget each other. */
  async #publish(file: ExportFile, store: Store, resolved: ResolvedExport, state: DatasetState): Promise<ExportResult> {
    const { kind } = resolved.query;
    if (!file.regular) return { ...resultOf(kind, await file.commit()), ...this.#told(null, [], state) };
    const folder = folderOf(file.path);
    return await this.ports.folderLock.hold(folder === '' ? '.' : folder, async () => {
      const written = await file.commit();
      const manifest = this.#manifest(store, resolved, state, written);
      const { path, dropped } = await publishManifest(this.ports, folder, manifest);
      return { ...resultOf(kind, written), ...this.#told(path, dropped, state) };
    });
  }

  #told(
    manifest: string | null,
    dropped: readonly string[],
    { warnings }: DatasetState,
  ): Pick<ExportResult, 'manifest' | 'dropped' | 'warnings'> {
    const { logger } = this.ports;
    for (const warning of warnings) logger.warn(warning);
    if (dropped.length > 0) {
      logger.warn('The manifest lists files no more that show another state of the data', { files: dropped });
    }
    return { manifest, dropped, warnings };
  }

  #defaultPath({ day, query }: ResolvedExport): string {
    return `${this.ports.paths.exportDir(day)}/${EXPORT_FILE_NAMES[query.kind]}`;
  }

  async #write({ samples, query }: ResolvedExport, path: string, signal?: AbortSignal): Promise<ExportFile> {
    const { writer, schemas, hasher } = this.ports;
    const progress = this.ports.progress.start(`Exporting ${query.kind}`, query.sample?.size);
    try {
      const chosen = selectSamples(samples, query, hasher);
      return await writeExport(chosen, { path, writer, schema: schemas.of(query.kind), progress, signal });
    } finally {
      progress.finish();
    }
  }

  #manifest(store: Store, resolved: ResolvedExport, state: DatasetState, written: WrittenFile): ExportManifest {
    const { query, zone } = resolved;
    const file = this.#manifestFile(query.kind, written);
    return {
      schema_version: 1,
      created_by: this.settings.createdBy,
      store: store.kind,
      query: { [file.path]: exportQueryDocument(query) },
      timezone: zone.name,
      dataset_hash: state.datasetHash,
      scores_hash: state.scoresHash,
      files: [file],
    };
  }

  #manifestFile(kind: SampleKind, written: WrittenFile): ManifestFile {
    const { records, bytes, sha256, blocks } = written;
    const path = baseOf(written.path);
    const { file: schema, sha256: schema_sha256 } = this.ports.schemas.of(kind);
    return { path, kind, records, bytes, sha256, uncompressed: null, schema, schema_sha256, blocks };
  }
}

function resultOf(kind: SampleKind, written: WrittenFile): Omit<ExportResult, 'manifest' | 'dropped' | 'warnings'> {
  const { path, records, bytes, sha256 } = written;
  return { kind, path, records, bytes, sha256 };
}
