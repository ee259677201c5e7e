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
  const theirs = new Followed(target.stream(collection)[Symbol.asyncIterator](), collection);
  try {
    for await (const mine of source.stream(collection)) comparison.add(mine, await theirs.upTo(mine.id));
    await theirs.toEnd();
  } finally {
    await theirs.close();
  }
  return { ...comparison.result(), others: theirs.passed };
}

/** The target's documents, followed as far as the source has come. */
class Followed {
  passed = 0;
  #next: StoredRecord | undefined;
  #begun = false;

  constructor(
    private readonly records: AsyncIterator<StoredRecord>,
    private readonly collection: CollectionName,
  ) {}

  /** The document of that id, if there is one; those before it are passed. */
  async upTo(id: string): Promise<StoredRecord | undefined> {
    if (!this.#begun) await this.#advance();
    while (this.#next !== undefined && compareIds(this.collection, this.#next.id, id) < 0) await this.#pass();
    const found = this.#next?.id === id ? this.#next : undefined;
    if (found !== undefined) await this.#advance();
    return found;
  }

  async toEnd(): Promise<void> {
    if (!this.#begun) await this.#advance();
    while (this.#next !== undefined) await this.#pass();
  }

  async close(): Promise<void> {
    await this.records.return?.();
  }

  async #pass(): Promise<void> {
    this.passed += 1;
    await this.#advance();
  }

  async #advance(): Promise<void> {
    this.#begun = true;
    const next = await this.records.next();
    this.#next = next.done === true ? undefined : next.value;
  }
}

class Comparison {
  readonly #source;
  readonly #target;
  #documents = 0;
  #differences = 0;
  #first: CopyDifference | null = null;

  constructor(hasher: Hasher) {
    this.#source = hasher.incremental();
    this.#target = hasher.incremental();
  }

  add(mine: StoredRecord, theirs: StoredRecord | undefined): void {
    const content = documentContent(mine.document);
    const found = theirs && documentContent(theirs.document);
    this.#documents += 1;
    this.#source.update(`${content}\n`);
    if (found !== undefined) this.#target.update(`${found}\n`);
    if (found === content) return;
    this.#differences += 1;
    this.#first ??= { id: mine.id, kind: found === undefined ? 'missing' : 'different' };
  }

  result(): Omit<CollectionCheck, 'others'> {
    const sha256 = { source: this.#source.digest(), target: this.#target.digest() };
    return { documents: this.#documents, sha256, differences: this.#differences, first: this.#first };
  }
}
