import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Hasher } from '../../application/ports/hasher.port.js';
import type { LlmAnswer, LlmRequest } from '../../application/ports/llm.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { SqliteConnection } from '../persistence/sqlite/sqlite-connection.js';
import { withSpoolFaults } from '../spool/spool-faults.js';

const LAYOUT = 2;
const PATIENCE_MS = 5_000;
/**
 * Survives the end of a process, however it comes, and in a power cut loses the last answers at most. Nothing is synced
 * for each answer: with many calls at once that would take longer than the calls.
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
    const row = await this.#attempt((connection) => connection.statement(READ).get(this.#key(model, request)));
    return row === undefined ? undefined : answerIn(row as Row);
  }

  /** Keeps an answer. @throws DATA_DIR_UNUSABLE, DISK_FULL */
  async write(model: string, request: LlmRequest, answer: LlmAnswer): Promise<void> {
    const { text, tokensIn, tokensOut, latencySeconds } = answer;
    const values = [this.#key(model, request), answer.model, text, tokensIn, tokensOut, latencySeconds];
    await this.#attempt((connection) => connection.statement(WRITE).run(...values));
  }

  async close(): Promise<void> {
    (await this.#connection?.catch(() => undefined))?.close();
    this.#connection = undefined;
  }

  #key(model: string, { system, user, maxTokens }: LlmRequest): string {
    return this.hasher.hash(JSON.stringify([LAYOUT, model, system, user, maxTokens]));
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

function answerIn({ text, model, tokens_in, tokens_out, latency_seconds }: Row): LlmAnswer {
  return { text, model, tokensIn: tokens_in, tokensOut: tokens_out, latencySeconds: latency_seconds, cached: true };
}
