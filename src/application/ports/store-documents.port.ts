import type { JsonValue } from '../../domain/shared/json-value.js';

/** What a store holds, by the names of its collections. Locks and versions are the store's own and not among them. */
export type CollectionName = 'digests' | 'review_reports' | 'datasets' | 'benchmark_runs' | 'benchmark_results';

/**
 * A document in the form that all stores share: JSON. The moments that stores have a type of their own for
 * (`created_at`, `started_at`, `updated_at` at the top, `date` of a post) are ISO 8601 strings in UTC; what else JSON has
 * no form for is written as Extended JSON v2 (`{"$date": …}`, `{"$oid": …}`, `{"$numberLong": …}`). Fields that the
 * product does not know are there like all others. `_id` is there only where it is not the record's own id.
 */
export type StoredDocument = Readonly<Record<string, JsonValue>>;

/** A document and the name it goes by: its id; for the result of a run the JSON list of run and sample. */
export interface StoredRecord {
  readonly id: string;
  readonly document: StoredDocument;
}

/** The documents of a store as they lie there, whatever is in them: for copies and for what comes from outside. */
export interface StoreDocuments {
  count(collection: CollectionName): Promise<number>;
  /**
   * All of them by id (results by run and sample), strings compared by their UTF-8 bytes; a few at a time.
   *
   * @throws STORE_DOCUMENT_INVALID at a document without an id, or with field names that begin with "$".
   */
  stream(collection: CollectionName): AsyncIterable<StoredRecord>;
  /** Those with these ids, as many as there are, by id. At most a few hundred ids a call. */
  findMany(collection: CollectionName, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>>;
  /**
   * Inserts or replaces by id, durably when it returns. A batch that fails leaves whole documents only, and writing it
   * again completes it.
   *
   * @throws STORE_DOCUMENT_INVALID when a store that keeps fields in columns cannot read one; STORE_DOCUMENT_TOO_LARGE.
   */
  putMany(collection: CollectionName, records: readonly StoredRecord[]): Promise<void>;
}
