import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Hasher } from '../../application/ports/hasher.port.js';
import type { LlmAnswer, LlmRequest } from '../../application/ports/llm.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { SqliteConnection, SqlValue } from '../persistence/sqlite/sqlite-connection.js';
import { withSpoolFaults } from '../spool/spool-faults.js';

const LAYOUT = 2;
const PATIENCE_MS = 5_000;
/** Answers that come within this time are written together. */
const GATHERING_MS = 20;
/**
 * What is written survives the end of a process, however it comes; a power cut takes the last answers at most. Nothing is
 * synced for each answer: with many calls at once that would take longer than the calls.
 */
const SETUP = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY,
    model TEXT NOT NULL,
    text TEXT NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    latency_seconds REAL NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
const READ = 'SELECT model, text, tokens_in, tokens_out, latency_seconds FROM answers WHERE key = ?';
const WRITE = 'INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)';

interface Row {
  readonly model: string;
  readonly text: string;
  readonly tokens_in: number;
  readonly tokens_out: number;
  readonly latency_seconds: number;
}

/**
 * Good answers in one SQLite file, so that work that was interrupted goes on without paying twice. The key covers model,
 * prompt and content. A file that is damaged is made anew: it holds nothing that cannot be asked for again.
 */
export class LlmAnswerCache {
  #connection: Promise<SqliteConnection> | undefined;
  readonly #keys = new WeakMap<LlmRequest, string>();
  #system: { readonly text: string; readonly hash: string } | undefined;
  readonly #waiting = new Map<string, LlmAnswer>();
  #written: Promise<void> | undefined;

  /** @param file made, with its folder, when the first question comes. */
  constructor(
    private readonly file: string,
    private readonly hasher: Hasher,
  ) {}

  /**
   * The answer to the same question of the same model, with the latency that it had when it was made.
   *
   * @throws DATA_DIR_UNUSABLE, DISK_FULL
   */
  async read(model: string, request: LlmRequest): Promise<LlmAnswer | undefined> {
    const key = this.#key(model, request);
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) return { ...waiting, cached: true };
    const row = await this.#attempt((connection) => connection.statement(READ).get(key));
    return row === undefined ? undefined : answerIn(row as Row);
  }

  /** Keeps an answer, with others that come now; it is written when this returns. @throws DATA_DIR_UNUSABLE, DISK_FULL */
  write(model: string, request: LlmRequest, answer: LlmAnswer): Promise<void> {
    this.#waiting.set(this.#key(model, request), answer);
    this.#written ??= pause(GATHERING_MS).then(() => this.#flush());
    return this.#written;
  }

  async close(): Promise<void> {
    if (this.#waiting.size > 0) await this.#flush();
    (await this.#connection?.catch(() => undefined))?.close();
    this.#connection = undefined;
  }

  async #flush(): Promise<void> {
    const rows = [...this.#waiting].map(([key, answer]) => rowOf(key, answer));
    this.#waiting.clear();
    this.#written = undefined;
    if (rows.length === 0) return;
    await this.#attempt((connection) => {
      connection.transaction(() => {
        for (const row of rows) connection.statement(WRITE).run(...row);
      });
    });
  }

  #key(model: string, request: LlmRequest): string {
    const { system, user, maxTokens } = request;
    const known = this.#keys.get(request);
    const key = known ?? this.hasher.hash(JSON.stringify([LAYOUT, model, this.#hashOf(system), user, maxTokens]));
    if (known === undefined) this.#keys.set(request, key);
    return key;
  }

  /** The system part is long and nearly always the same. */
  #hashOf(system: string): string {
    if (this.#system?.text !== system) this.#system = { text: system, hash: this.hasher.hash(system) };
    return this.#system.hash;
  }

  /** Whoever finds the file damaged or busy has to ask the model again: that is no failure. */
  async #attempt<T>(work: (connection: SqliteConnection) => T): Promise<T | undefined> {
    const connection = await (this.#connection ??= openOrRemake(this.file));
    try {
      return connection.attempt(() => work(connection));
    } catch (error) {
      if (isDamage(error) || (error instanceof EtalonError && error.code === 'STORE_UNAVAILABLE')) return undefined;
      throw error;
    }
  }
}

async function openOrRemake(file: string): Promise<SqliteConnection> {
  const { SqliteConnection: Connection } = await import('../persistence/sqlite/sqlite-connection.js');
  withSpoolFaults(dirname(file), () => mkdirSync(dirname(file), { recursive: true }));
  const open = (): SqliteConnection => setUp(Connection.open(file, PATIENCE_MS));
  try {
    return open();
  } catch (error) {
    if (!isDamage(error)) throw error;
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    return open();
  }
}

function setUp(connection: SqliteConnection): SqliteConnection {
  try {
    connection.execute(SETUP);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof EtalonError && error.code === 'STORE_CORRUPT';
}

function rowOf(key: string, { model, text, tokensIn, tokensOut, latencySeconds }: LlmAnswer): readonly SqlValue[] {
  return [key, model, text, tokensIn, tokensOut, latencySeconds];
}

function answerIn({ text, model, tokens_in, tokens_out, latency_seconds }: Row): LlmAnswer {
  return { text, model, tokensIn: tokens_in, tokensOut: tokens_out, latencySeconds: latency_seconds, cached: true };
}
