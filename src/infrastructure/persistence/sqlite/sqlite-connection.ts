import { statSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { sqliteFailure } from './sqlite-failure.js';

/** A value that a column takes or gives here. */
export type SqlValue = string | number | null;

export interface Statement {
  run(...values: readonly SqlValue[]): { readonly changes: number };
  get(...values: readonly SqlValue[]): unknown;
  all(...values: readonly SqlValue[]): unknown[];
  iterate(...values: readonly SqlValue[]): IterableIterator<unknown>;
}

/**
 * One open SQLite file: prepared statements are kept, every failure carries a code
 * (`STORE_CORRUPT`, `STORE_READ_ONLY`, `STORE_UNAVAILABLE`, `DISK_FULL`).
 */
export class SqliteConnection {
  readonly #statements = new Map<string, Statement>();
  #identity: string | undefined;

  private constructor(
    private readonly database: InstanceType<typeof DatabaseSync>,
    /** The path, for messages. */
    readonly file: string,
    /** How long it waits for another process that writes, in milliseconds. */
    readonly timeoutMs: number,
  ) {}

  /**
   * Opens a file, which is made when it is missing.
   *
   * @param timeoutMs How long to wait for another process that writes, in milliseconds.
   * @param location What SQLite opens, where that is not the path itself (a `file:` URI with options).
   */
  static open(file: string, timeoutMs: number, location = file): SqliteConnection {
    try {
      return new SqliteConnection(new DatabaseSync(location, { timeout: timeoutMs }), file, timeoutMs);
    } catch (error) {
      throw sqliteFailure(error, file);
    }
  }

  /** A statement that is prepared at its first use. */
  statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.attempt(() => this.database.prepare(sql) as Statement);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  /** Runs SQL that gives no rows. */
  execute(sql: string): void {
    this.attempt(() => {
      this.database.exec(sql);
    });
  }

  /** Does `work`, giving what SQLite throws a code. */
  attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw sqliteFailure(error, this.file);
    }
  }

  /**
   * Does `work` in a write transaction: all of it is there afterwards, durably, or nothing.
   *
   * @throws STORE_UNAVAILABLE when the file is not the one that was opened: SQLite itself would go on writing to a file
   *   that was removed.
   */
  transaction<T>(work: () => T): T {
    const result = this.#committed(work);
    this.#assertSameFile();
    return result;
  }

  #committed<T>(work: () => T): T {
    return this.attempt(() => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        this.database.exec('COMMIT');
        return result;
      } catch (error) {
        if (this.database.isTransaction) this.database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  #assertSameFile(): void {
    const { dev, ino } = statSync(this.file, { throwIfNoEntry: false }) ?? { dev: 0, ino: 0 };
    const identity = `${dev} ${ino}`;
    this.#identity ??= identity;
    if (identity === this.#identity && ino !== 0) return;
    throw new EtalonError('STORE_UNAVAILABLE', `${this.file} was removed or replaced while it was open.`, {
      details: { file: this.file },
      hint: 'Put the file back and run the command again.',
    });
  }

  /**
   * Closes the file with everything in it: its log is written back first, because statements that are not collected yet
   * keep SQLite from doing so itself.
   */
  close(): void {
    if (!this.database.isOpen) return;
    this.#statements.clear();
    try {
      this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      if (!(sqliteFailure(error, this.file) instanceof EtalonError)) throw error;
    }
    this.database.close();
  }
}
