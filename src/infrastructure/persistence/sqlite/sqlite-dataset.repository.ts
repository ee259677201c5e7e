import type { DatasetRepository } from '../../../application/ports/dataset.repository.port.js';
import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import { readDataset, toDatasetDocument } from '../documents/dataset-document.mapper.js';
import { answer } from './answer.js';
import { parseDocument } from '../documents/parse-document.js';
import type { SqliteConnection } from './sqlite-connection.js';

interface DatasetRow {
  readonly name: string;
  readonly doc: string;
}

/** The records of data sets in a table of an SQLite file. */
export class SqliteDatasetRepository implements DatasetRepository {
  constructor(private readonly connection: SqliteConnection) {}

  find(name: string): Promise<BenchmarkDataset | undefined> {
    return answer(() => this.#rows('WHERE name = ?', name).map(toDataset)[0]);
  }

  list(): Promise<readonly BenchmarkDataset[]> {
    return answer(() => this.#rows('ORDER BY name').map(toDataset));
  }

  save(dataset: BenchmarkDataset): Promise<void> {
    const sql = `INSERT INTO datasets (name, doc) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET doc = excluded.doc`;
    return answer(() => {
      const json = JSON.stringify(toDatasetDocument(dataset));
      this.connection.transaction(() => this.connection.statement(sql).run(dataset.name, json));
    });
  }

  remove(name: string): Promise<boolean> {
    return answer(() =>
      this.connection.transaction(
        () => this.connection.statement('DELETE FROM datasets WHERE name = ?').run(name).changes > 0,
      ),
    );
  }

  #rows(rest: string, ...values: readonly string[]): readonly DatasetRow[] {
    const sql = `SELECT name, doc FROM datasets ${rest}`;
    return this.connection.attempt(() => this.connection.statement(sql).all(...values) as DatasetRow[]);
  }
}

function toDataset({ name, doc }: DatasetRow): BenchmarkDataset {
  return readDataset(parseDocument(doc), name);
}
