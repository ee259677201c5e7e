import { mergeJoin } from '../../domain/shared/merge-join.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { CollectionName, StoreDocuments, StoredRecord } from '../ports/store-documents.port.js';
import { compareIds } from './compare-ids.js';
import type { CollectionCheck, CopyDifference } from './copy-outcome.js';
import { documentContent } from './document-content.js';

/** Compares a collection of two stores, reading both once, side by side in id order and in constant memory. */
export async function checkCollection(
  { source, target }: { readonly source: StoreDocuments; readonly target: StoreDocuments },
  collection: CollectionName,
  hasher: Hasher,
): Promise<CollectionCheck> {
  const comparison = new Comparison(hasher);
  const byId = (one: StoredRecord, other: StoredRecord) => compareIds(collection, one.id, other.id);
  for await (const { a: mine, b: theirs } of mergeJoin(source.stream(collection), target.stream(collection), byId))
    comparison.add(mine, theirs);
  return comparison.result();
}

class Comparison {
  readonly #source;
  readonly #target;
  #documents = 0;
  #differences = 0;
  #others = 0;
  #first: CopyDifference | null = null;

  constructor(hasher: Hasher) {
    this.#source = hasher.incremental();
    this.#target = hasher.incremental();
  }

  add(mine: StoredRecord | undefined, theirs: StoredRecord | undefined): void {
    if (mine === undefined) this.#others += 1;
    else this.#compare(mine, theirs);
  }

  #compare(mine: StoredRecord, theirs: StoredRecord | undefined): void {
    const content = documentContent(mine.document);
    const found = theirs && documentContent(theirs.document);
    this.#documents += 1;
    this.#source.update(`${content}\n`);
    if (found !== undefined) this.#target.update(`${found}\n`);
    if (found === content) return;
    this.#differences += 1;
    this.#first ??= { id: mine.id, kind: found === undefined ? 'missing' : 'different' };
  }

  result(): CollectionCheck {
    const sha256 = { source: this.#source.digest(), target: this.#target.digest() };
    const [documents, differences, others] = [this.#documents, this.#differences, this.#others];
    return { documents, sha256, differences, first: this.#first, others };
  }
}
