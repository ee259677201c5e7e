import type { SampleKind } from '../../domain/dataset/sample.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { SkippedRecords } from '../../domain/export/skipped-records.js';
import type { ExportFile } from '../ports/export-writer.port.js';
import type { StoreSnapshot } from '../ports/store-snapshot.port.js';
import type { ExportResult } from './export-result.js';
import type { ExportSamplesCommand } from './export-samples.command.js';
import { assertUsable } from './export-samples.command.js';
import type { ExportSamplesPorts, ExportSettings } from './export-samples.ports.js';
import { folderOf } from './file-path.js';
import { publishManifest } from './publish-manifest.js';
import { exportSources } from './read-sources.js';
import type { ResolvedExport } from './resolve-export.js';
import { resolveExport } from './resolve-export.js';
import { selectSamples } from './select-samples.js';
import { stateOfDataset } from './state-of-dataset.js';
import type { ExportFacts } from './to-manifest.js';
import { toManifest } from './to-manifest.js';
import { assertUnchanged, watchSources } from './watch-sources.js';
import { writeExport } from './write-export.js';

const NO_STORE = 'Run `etalon seed` or `etalon dataset import` first, or name its folder with --data-dir.';

/** The file of each kind in an export's folder. */
export const EXPORT_FILE_NAMES: Readonly<Record<SampleKind, string>> = {
  digests: 'digests.jsonl',
  review_reports: 'review_reports.jsonl',
};

/**
 * Exports the samples of one kind as JSON lines with a manifest beside them: the same documents give the same bytes. In
 * constant memory, in one pass over what is exported and one over the data set, whose true hash the manifest states (it
 * is taken in another order, over both kinds). Both see the documents of one moment, or the export fails.
 *
 * Errors: USAGE, DATASET_NOT_FOUND, EXPORT_EMPTY, EXPORT_CHANNEL_UNKNOWN, EXPORT_RECORD_INVALID, EXPORT_SOURCE_CHANGED,
 * EXPORT_COMPRESSION_UNSUPPORTED, FOLDER_LOCKED, FILE_WRITE_FAILED, DISK_FULL, INTERRUPTED, and those of the store. After
 * any of them no new file is left.
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
    await this.ports.guard.assertWritable({ path, option: '--output', mayReplaceExports: true, exportsOnly: true });
  }

  async #export(command: ExportSamplesCommand): Promise<ExportResult> {
    const store = await this.ports.stores.openExisting();
    if (store === undefined) throw new EtalonError('EXPORT_EMPTY', 'There is no store yet', { hint: NO_STORE });
    const snapshot = await store.snapshot();
    try {
      return await this.#exportFrom(snapshot, command);
    } finally {
      await snapshot.close();
    }
  }

  async #exportFrom(snapshot: StoreSnapshot, command: ExportSamplesCommand): Promise<ExportResult> {
    const resolved = await resolveExport(snapshot, command, this.settings.defaultTimezone);
    await watchSources(snapshot, resolved);
    const skipped = command.skipInvalid === true ? new SkippedRecords() : undefined;
    const file = await this.#write(resolved, command, skipped);
    try {
      const facts = await this.#factsOf(snapshot, resolved, command.signal);
      return await this.#publish(file, { ...facts, skipped: skipped?.summary });
    } catch (error) {
      await file.abort();
      throw error;
    }
  }

  /** What the manifest states, seen when the file has been written. */
  async #factsOf(
    snapshot: StoreSnapshot,
    resolved: ResolvedExport,
    signal: AbortSignal | undefined,
  ): Promise<Omit<ExportFacts, 'written' | 'skipped'>> {
    const { hasher, schemas } = this.ports;
    const state = await stateOfDataset(snapshot, resolved.dataset, hasher, signal);
    await assertUnchanged(snapshot, resolved);
    const { createdBy } = this.settings;
    return { createdBy, store: snapshot.kind, resolved, state, schema: schemas.of(resolved.query.kind) };
  }

  /** Puts the file in its place and lists it: both under the folder's lock, or two exports at once forget each other. */
  async #publish(file: ExportFile, facts: Omit<ExportFacts, 'written'>): Promise<ExportResult> {
    if (!file.regular) return this.#told({ ...facts, written: await file.commit() }, null, []);
    const folder = folderOf(file.path);
    return await this.ports.folderLock.hold(folder === '' ? '.' : folder, async () => {
      const written = { ...facts, written: await file.commit() };
      const { path, dropped } = await publishManifest(this.ports, folder, toManifest(written));
      return this.#told(written, path, dropped);
    });
  }

  #told(facts: ExportFacts, manifest: string | null, dropped: readonly string[]): ExportResult {
    const { logger } = this.ports;
    const warnings = [...facts.state.warnings, ...fewerThanAsked(facts.resolved)];
    for (const warning of warnings) logger.info(warning);
    if (dropped.length > 0) {
      logger.info('The manifest lists files no more that show another state of the data', { files: dropped });
    }
    const { path, records, bytes, sha256, uncompressed } = facts.written;
    const written = { kind: facts.resolved.query.kind, path, records, bytes, sha256, uncompressed };
    return { ...written, manifest, dropped, skipped: facts.skipped ?? { count: 0, records: [] }, warnings };
  }

  #defaultPath({ day, query }: ResolvedExport): string {
    return `${this.ports.paths.exportDir(day)}/${EXPORT_FILE_NAMES[query.kind]}`;
  }

  async #write(
    resolved: ResolvedExport,
    { output, compress: compression, signal }: ExportSamplesCommand,
    skipped: SkippedRecords | undefined,
  ): Promise<ExportFile> {
    const { samples, query, most } = resolved;
    const { writer, schemas, hasher } = this.ports;
    const path = output ?? this.#defaultPath(resolved);
    const progress = this.ports.progress.start(`Exporting ${query.kind}`, most);
    const target = { path, compression, writer, schema: schemas.of(query.kind), redact: query.redact, skipped };
    const chosen = selectSamples(exportSources(samples, query), query, hasher, skipped && skipsUnreadable(skipped));
    return await writeExport(chosen, { ...target, progress, signal }).finally(() => {
      progress.finish();
    });
  }
}

/** A random sample cannot be larger than what it is drawn from. */
function fewerThanAsked({ query, found }: ResolvedExport): readonly string[] {
  const size = query.sample?.size ?? 0;
  return size > found ? [`There are ${found} documents that fit the query: --sample ${size} took all of them.`] : [];
}

/** Where and what is wrong stands in the details of the store's error. */
function skipsUnreadable(skipped: SkippedRecords): (id: string, error: Error) => void {
  return (id, error) => {
    const { path, problem } = error instanceof EtalonError ? error.details : {};
    const [at, rule] = [path, problem].map((detail) => (typeof detail === 'string' ? detail : undefined));
    skipped.add({ sample_id: id, path: at ?? '', rule: rule ?? error.message });
  };
}
