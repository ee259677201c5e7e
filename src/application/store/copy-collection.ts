import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { CollectionName, StoreDocuments, StoredDocument } from '../ports/store-documents.port.js';
import { documentContent } from './document-content.js';
import type { ReadRecord } from './read-batches.js';
import { readBatches } from './read-batches.js';

/** Two stores while one is copied into the other. */
export interface CopyPair {
  readonly source: StoreDocuments;
  readonly target: StoreDocuments;
  /** Called before each batch: fails when the copy must not go on. */
  readonly assertGoing: () => Promise<void>;
  readonly onDocuments: (count: number) => void;
}

interface CopyCounts {
  readonly copied: number;
  readonly replaced: number;
  readonly unchanged: number;
}

/**
 * Looks, without writing, whether the target holds another document under an id of the source.
 *
 * @throws STORE_COPY_CONFLICT naming the first
 */
export async function refuseConflicts(pair: CopyPair, collection: CollectionName): Promise<void> {
  if ((await pair.target.count(collection)) === 0) return;
  for await (const batch of readBatches(pair.source, collection)) {
    await pair.assertGoing();
    const there = await pair.target.findMany(collection, idsOf(batch));
    const other = batch.find((record) => stateOf(record, there.get(record.id)) === 'replaced');
    if (other !== undefined) throw conflict(collection, other.id);
  }
}

/** Writes the documents of a collection that the target lacks or has otherwise; equal ones are left alone. */
export async function copyCollection(pair: CopyPair, collection: CollectionName): Promise<CopyCounts> {
  const counts = { copied: 0, replaced: 0, unchanged: 0 };
  for await (const batch of readBatches(pair.source, collection)) {
    await pair.assertGoing();
    const there = await pair.target.findMany(collection, idsOf(batch));
    const states = batch.map((record) => stateOf(record, there.get(record.id)));
    for (const state of states) counts[state] += 1;
    const changed = batch.filter((_record, index) => states[index] !== 'unchanged');
    if (changed.length > 0) await pair.target.putMany(collection, changed);
    pair.onDocuments(batch.length);
  }
  return counts;
}

function idsOf(batch: readonly ReadRecord[]): readonly string[] {
  return batch.map(({ id }) => id);
}

function stateOf({ content }: ReadRecord, there: StoredDocument | undefined): keyof CopyCounts {
  if (there === undefined) return 'copied';
  return documentContent(there) === content ? 'unchanged' : 'replaced';
}

function conflict(collection: CollectionName, id: string): EtalonError {
  return new EtalonError(
    'STORE_COPY_CONFLICT',
    `The target holds another document under the id ${JSON.stringify(id)} of ${collection}; nothing was copied.`,
    { details: { collection, id } },
  );
}
