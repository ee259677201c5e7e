import type { LockRecord } from '../lock/lock-record.js';
import type { LockTable } from '../lock/lock-table.js';
import { answer } from './answer.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** A lock of a store in a table of its SQLite file; each change is one atomic statement. */
export class SqliteLockTable implements LockTable {
  /** @param name which lock it is: of the whole store, or of something in it. */
  constructor(
    private readonly connection: SqliteConnection,
    private readonly name = 'store',
  ) {}

  read(): Promise<LockRecord | undefined> {
    return answer(() => {
      const row = this.connection.attempt(() =>
        this.connection.statement('SELECT doc, expires_at FROM locks WHERE name = ?').get(this.name),
      ) as { readonly doc: string; readonly expires_at: number } | undefined;
      return row && { ...(JSON.parse(row.doc) as LockRecord), expiresAt: row.expires_at };
    });
  }

  insert(record: LockRecord): Promise<boolean> {
    const sql = `INSERT INTO locks (name, owner, expires_at, doc) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`;
    return this.#changes(sql, this.name, record.owner, record.expiresAt, JSON.stringify(record));
  }

  replace(seen: LockRecord, record: LockRecord): Promise<boolean> {
    const sql = `UPDATE locks SET owner = ?, expires_at = ?, doc = ?
      WHERE name = ? AND owner = ? AND expires_at = ?`;
    const json = JSON.stringify(record);
    return this.#changes(sql, record.owner, record.expiresAt, json, this.name, seen.owner, seen.expiresAt);
  }

  renew(owner: string, expiresAt: number): Promise<boolean> {
    return this.#changes('UPDATE locks SET expires_at = ? WHERE name = ? AND owner = ?', expiresAt, this.name, owner);
  }

  async release(owner: string): Promise<void> {
    await this.#changes('DELETE FROM locks WHERE name = ? AND owner = ?', this.name, owner);
  }

  #changes(sql: string, ...values: readonly (string | number)[]): Promise<boolean> {
    return answer(() => this.connection.transaction(() => this.connection.statement(sql).run(...values).changes > 0));
  }
}
