import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ImportSpool, SpooledDocument } from '../../application/ports/import-spool.port.js';
import type { StoredDocument } from '../../application/ports/store-documents.port.js';
import type { SampleKind } from '../../domain/dataset/sample.js';
import { rowBatches } from './row-batches.js';
import { withSpoolFaults } from './spool-faults.js';
import type { SpoolFolder } from './spool-folder.js';

type Row = Omit<SpooledDocument, 'document'> & { readonly json: string };

/** Documents of an import in an SQLite file of its own; see the port. */
export class SqliteImportSpool implements ImportSpool {
  readonly #find;
  readonly #insert;
  readonly #next;
  #open = true;

  constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly folder: SpoolFolder,
  ) {
    const columns = 'kind, id, channel, place, json';
    this.#find = database.prepare(`SELECT ${columns} FROM documents WHERE kind = ? AND id = ?`);
    this.#insert = database.prepare(`INSERT INTO documents (${columns}) VALUES (?, ?, ?, ?, ?)`);
    this.#next = database.prepare(`SELECT ${columns} FROM documents WHERE kind = ? AND id > ? ORDER BY id LIMIT 1`);
  }

  /** Looked for first: without a journal a statement that fails cannot be undone. */
  add({ kind, id, channel, place, document }: SpooledDocument): SpooledDocument | undefined {
    return withSpoolFaults(this.folder.path, () => {
      const earlier = this.#find.get(kind, id) as Row | undefined;
      if (earlier !== undefined) return toDocument(earlier);
      this.#insert.run(kind, id, channel, place, JSON.stringify(document));
      return undefined;
    });
  }

  batches(kind: SampleKind, size: number): Iterable<readonly SpooledDocument[]> {
    return rowBatches(this.#rows(kind), size, toDocument);
  }

  async discard(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    this.database.close();
    await this.folder.remove();
  }

  /** A row a query: nothing stays open while a batch is dealt with, and documents may be megabytes long. */
  *#rows(kind: SampleKind): Generator<Row> {
    for (let last = ''; ;) {
      const row = withSpoolFaults(this.folder.path, () => this.#next.get(kind, last) as Row | undefined);
      if (row === undefined) return;
      last = row.id;
      yield row;
    }
  }
}

function toDocument({ kind, id, channel, place, json }: Row): SpooledDocument {
  return { kind, id, channel, place, document: JSON.parse(json) as StoredDocument };
}
