import type { ExportManifest, ManifestFile } from '../../../domain/export/export-manifest.js';
import { SkippedRecords } from '../../../domain/export/skipped-records.js';
import type { StoredQuery } from '../../../domain/export/verify/stored-query.js';
import { toExportQuery } from '../../../domain/export/verify/stored-query.js';
import type { ExportSchemas } from '../../ports/export-schemas.port.js';
import type { ExportWriter, WrittenFile } from '../../ports/export-writer.port.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { ProgressTask } from '../../ports/progress.port.js';
import type { Store } from '../../ports/store.port.js';
import { wholeRecords } from '../read-sources.js';
import { selectSamples } from '../select-samples.js';
import type { LineRules } from '../write-export.js';
import { lineOf, writeExport } from '../write-export.js';

/** A file of an export whose query is run again. */
export interface ReplayRequest {
  readonly store: Store;
  readonly query: StoredQuery;
  /** Whether records that do not fit were left out; else the first of them ends the run. */
  readonly skipInvalid: boolean;
  readonly progress: ProgressTask;
  readonly signal: AbortSignal | undefined;
}

/** Runs again what a manifest says was exported. */
export interface ExportReplay {
  /**
   * The lines that the query gives now, uncompressed, in their order.
   *
   * @throws EXPORT_RECORD_INVALID, STORE_DOCUMENT_INVALID where a record cannot be a line, and what the store throws.
   */
  lines(request: ReplayRequest): AsyncIterable<string>;
  /** Writes those lines to a file as an export does, uncompressed. @throws as `lines`, EXPORT_EMPTY, and what the writer throws. */
  write(request: ReplayRequest, path: string): Promise<WrittenFile>;
}

/** Runs queries again with the parts that exports are made of. */
export class QueryReplay implements ExportReplay {
  constructor(
    private readonly writer: ExportWriter,
    private readonly schemas: ExportSchemas,
    private readonly hasher: Hasher,
  ) {}

  async *lines(request: ReplayRequest): AsyncIterable<string> {
    const rules = this.#rules(request);
    for await (const { record } of this.#sources(request)) {
      const line = lineOf(record, rules);
      if (line !== undefined) yield line;
    }
  }

  async write(request: ReplayRequest, path: string): Promise<WrittenFile> {
    const { progress, signal } = request;
    const target = { path, compression: undefined, writer: this.writer, ...this.#rules(request), progress, signal };
    return await (await writeExport(this.#sources(request), target)).commit();
  }

  #rules({ query, skipInvalid }: ReplayRequest): LineRules {
    const { kind, redact = false } = query;
    return { schema: this.schemas.of(kind), redact, skipped: skipInvalid ? new SkippedRecords() : undefined };
  }

  /** Whole records: so that what an export took a shorter way to is checked without it. */
  #sources({ store, query, skipInvalid }: ReplayRequest): ReturnType<typeof selectSamples> {
    const samples = query.kind === 'digests' ? store.digests : store.reviewReports;
    return selectSamples(wholeRecords(samples), toExportQuery(query), this.hasher, skipInvalid ? passOver : undefined);
  }
}

const passOver = (): void => undefined;

/** The query that gave a file; a manifest that was read has one for each. */
export function queryOf(manifest: ExportManifest, { path }: ManifestFile): StoredQuery {
  return manifest.query[path] as unknown as StoredQuery;
}
