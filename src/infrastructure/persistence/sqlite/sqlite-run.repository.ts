import { setImmediate } from 'node:timers/promises';
import type { ResultOrder, RunRepository } from '../../../application/ports/run.repository.port.js';
import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { SampleResult } from '../../../domain/benchmark/sample-result.js';
import { readResult, readRun, toResultDocument, toRunDocument } from '../documents/run-documents.mapper.js';
import { answer } from './answer.js';
import { parseDocument } from '../documents/parse-document.js';
import type { SqliteConnection, SqlValue } from './sqlite-connection.js';

const PAGE_ROWS = 500;

interface RunRow {
  readonly id: string;
  readonly doc: string;
}

/** The names of a result inside its run. */
interface ResultKey {
  readonly position: number;
  readonly sample_id: string;
}

interface ResultRow extends ResultKey {
  readonly doc: string;
}

/** Each with an index of its own behind the run. */
const KEYS: Readonly<Record<ResultOrder, readonly (keyof ResultKey)[]>> = {
  position: ['position', 'sample_id'],
  id: ['sample_id', 'position'],
};

/** Lower than the key of every result, in either order. */
const BEFORE_ALL: ResultKey = { position: -1, sample_id: '' };

/** Benchmark runs and their results in tables of an SQLite file. */
export class SqliteRunRepository implements RunRepository {
  constructor(private readonly connection: SqliteConnection) {}

  saveRun(run: BenchmarkRun): Promise<void> {
    const sql = `INSERT INTO benchmark_runs (id, started_at, doc) VALUES (?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET started_at = excluded.started_at, doc = excluded.doc`;
    return answer(() => {
      const json = JSON.stringify(toRunDocument(run));
      this.connection.transaction(() => this.connection.statement(sql).run(run.id, run.startedAt, json));
    });
  }

  findRun(id: string): Promise<BenchmarkRun | undefined> {
    return answer(() => this.#runs('WHERE id = ?', id)[0]);
  }

  listRuns(limit: number): Promise<readonly BenchmarkRun[]> {
    return answer(() => this.#runs('ORDER BY started_at DESC, id DESC LIMIT ?', limit));
  }

  pinnedRun(scenario: string): Promise<BenchmarkRun | undefined> {
    const pinned = `WHERE json_extract(doc, '$.scenario') = ? AND json_extract(doc, '$.pinned_at') IS NOT NULL
      ORDER BY json_extract(doc, '$.pinned_at') DESC, id DESC LIMIT 1`;
    return answer(() => this.#runs(pinned, scenario)[0]);
  }

  deleteRun(id: string): Promise<void> {
    return answer(() => {
      this.connection.transaction(() => {
        this.connection.statement('DELETE FROM benchmark_results WHERE run_id = ?').run(id);
        this.connection.statement('DELETE FROM benchmark_runs WHERE id = ?').run(id);
      });
    });
  }

  saveResults(runId: string, results: readonly SampleResult[]): Promise<void> {
    const sql = `INSERT INTO benchmark_results (run_id, sample_id, position, doc) VALUES (?, ?, ?, ?)
      ON CONFLICT (run_id, sample_id) DO UPDATE SET position = excluded.position, doc = excluded.doc`;
    return answer(() => {
      this.connection.transaction(() => {
        const upsert = this.connection.statement(sql);
        for (const result of results) {
          const json = JSON.stringify(toResultDocument(runId, result));
          upsert.run(runId, result.sampleId, result.position, json);
        }
      });
    });
  }

  async *results(runId: string, order: ResultOrder = 'position'): AsyncGenerator<SampleResult> {
    let page = this.#page(runId, order, BEFORE_ALL);
    for (let end = page.at(-1); end !== undefined; end = page.at(-1)) {
      for (const { doc, sample_id: id } of page) yield readResult(parseDocument(doc), id);
      await setImmediate();
      page = this.#page(runId, order, end);
    }
  }

  #runs(rest: string, ...values: readonly SqlValue[]): readonly BenchmarkRun[] {
    const sql = `SELECT id, doc FROM benchmark_runs ${rest}`;
    const rows = this.connection.attempt(() => this.connection.statement(sql).all(...values) as RunRow[]);
    return rows.map(({ id, doc }) => readRun(parseDocument(doc), id));
  }

  #page(runId: string, order: ResultOrder, after: ResultKey): readonly ResultRow[] {
    const key = KEYS[order];
    const columns = key.join(', ');
    const sql = `SELECT position, sample_id, doc FROM benchmark_results
      WHERE run_id = ? AND (${columns}) > (?, ?) ORDER BY ${columns} LIMIT ${PAGE_ROWS}`;
    const start = key.map((column) => after[column]);
    return this.connection.attempt(() => this.connection.statement(sql).all(runId, ...start) as ResultRow[]);
  }
}
