import type { ExportManifest, ManifestFile } from '../../../domain/export/export-manifest.js';
import type { StoredQuery } from '../../../domain/export/verify/stored-query.js';
import { toExportQuery } from '../../../domain/export/verify/stored-query.js';
import type { ExportSchemas } from '../../ports/export-schemas.port.js';
import type { ExportWriter, WrittenFile } from '../../ports/export-writer.port.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { ProgressTask } from '../../ports/progress.port.js';
import type { Store } from '../../ports/store.port.js';
import { selectSamples } from '../select-samples.js';
import { checkedLine, writeExport } from '../write-export.js';

/** A file of an export whose query is run again. */
export interface ReplayRequest {
  readonly store: Store;
  readonly query: StoredQuery;
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
  /** Writes those lines to a file as an export does. @throws as `lines`, EXPORT_EMPTY, and what the writer throws. */
  write(request: ReplayRequest, path: string): Promise<WrittenFile>;
}

/** Runs queries again with the parts that exports are made of. */
export class QueryReplay implements ExportReplay {
  constructor(
    private readonly writer: ExportWriter,
    private readonly schemas: ExportSchemas,
    private readonly hasher: Hasher,
  ) {}

  async *lines({ store, query }: ReplayRequest): AsyncIterable<string> {
    const schema = this.schemas.of(query.kind);
    for await (const sample of this.#samples(store, query)) yield checkedLine(sample, schema);
  }

  async write({ store, query, progress, signal }: ReplayRequest, path: string): Promise<WrittenFile> {
    const target = { path, writer: this.writer, schema: this.schemas.of(query.kind), progress, signal };
    return await (await writeExport(this.#samples(store, query), target)).commit();
  }

  #samples(store: Store, query: StoredQuery): ReturnType<typeof selectSamples> {
    const samples = query.kind === 'digests' ? store.digests : store.reviewReports;
    return selectSamples(samples, toExportQuery(query), this.hasher);
  }
}

/** The query that gave a file; a manifest that was read has one for each. */
export function queryOf(manifest: ExportManifest, { path }: ManifestFile): StoredQuery {
  return manifest.query[path] as unknown as StoredQuery;
}
