import { setImmediate } from 'node:timers/promises';
import type {
  DayCount,
  OnUnreadable,
  SampleOrder,
  SampleQuery,
  SampleRepository,
  SampleSpan,
  UpsertCounts,
} from '../../../application/ports/sample.repository.port.js';
import type { JudgeScores } from '../../../domain/dataset/judge-scores.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import type { ExportSource } from '../../../domain/export/export-source.js';
import type { TimeWindow } from '../../../domain/time/time-window.js';
import { readOr } from '../documents/read-or.js';
import { readSample } from '../documents/sample-document.mapper.js';
import { answer } from './answer.js';
import { countRowsByDay } from './count-rows-by-day.js';
import { pagesOfRows } from './pages-of-rows.js';
import { conditionOf } from './sample-conditions.js';
import { readExportSource } from './read-export-source.js';
import { parseDocument } from '../documents/parse-document.js';
import { toRow } from './sample-row.js';
import { scoreRows } from './score-rows.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { upsertRows } from './upsert-rows.js';
import { utf8Text } from '../../text/utf8-text.js';

/** The documents of one kind in a table of an SQLite file. */
export class SqliteSampleRepository<S extends Sample> implements SampleRepository<S> {
  constructor(
    private readonly connection: SqliteConnection,
    private readonly kind: S['kind'],
  ) {}

  upsertMany(samples: readonly S[]): Promise<UpsertCounts> {
    return answer(() => upsertRows(this.connection, this.kind, samples.map(toRow)));
  }

  saveScores(scores: ReadonlyMap<string, JudgeScores>): Promise<number> {
    return answer(() => scoreRows(this.connection, this.kind, scores));
  }

  stream(query: SampleQuery, order: SampleOrder, onUnreadable?: OnUnreadable): AsyncGenerator<S> {
    const read = (json: Uint8Array, id: string): S => readSample<S>(this.kind, parseDocument(utf8Text(json)), id);
    return this.#read(query, order, onUnreadable, read);
  }

  exportSources(query: SampleQuery, onUnreadable?: OnUnreadable): AsyncGenerator<ExportSource> {
    return this.#read(query, 'time', onUnreadable, (json, id) => readExportSource(this.kind, json, id));
  }

  /** Between pages other work of the process gets its turn (signals, the renewal of the lock). */
  async *#read<T>(
    query: SampleQuery,
    order: SampleOrder,
    onUnreadable: OnUnreadable | undefined,
    read: (json: Uint8Array, id: string) => T,
  ): AsyncGenerator<T> {
    for (const page of pagesOfRows(this.connection, this.kind, query, order)) {
      for (const { doc, id } of page) {
        const found = readOr(onUnreadable, id, () => read(doc, id));
        if (found !== undefined) yield found;
      }
      await setImmediate();
    }
  }

  countByDay(query: SampleQuery, window: TimeWindow): Promise<readonly DayCount[]> {
    return answer(() => countRowsByDay(this.connection, this.kind, query, window));
  }

  span(query: SampleQuery): Promise<SampleSpan | undefined> {
    return answer(() => {
      const { sql, values } = conditionOf(query);
      const row = this.connection.attempt(() =>
        this.connection
          .statement(
            `SELECT min(s.created_at) AS first, max(s.created_at) AS last, count(*) AS count FROM ${this.kind} s WHERE ${sql}`,
          )
          .get(...values),
      ) as SampleSpan;
      return row.count === 0 ? undefined : { ...row };
    });
  }

  channels(): Promise<readonly string[]> {
    return answer(() => {
      const sql = `SELECT DISTINCT channel FROM ${this.kind} ORDER BY channel`;
      const rows = this.connection.attempt(() => this.connection.statement(sql).all());
      return (rows as { readonly channel: string }[]).map(({ channel }) => channel);
    });
  }

  findMany(ids: readonly string[]): Promise<ReadonlyMap<string, S>> {
    return answer(() => {
      const sql = `SELECT id, doc FROM ${this.kind} WHERE id IN (SELECT value FROM json_each(?))`;
      const rows = this.connection.attempt(() => this.connection.statement(sql).all(JSON.stringify(ids.map(String))));
      const found = rows as { readonly id: string; readonly doc: string }[];
      return new Map(found.map(({ id, doc }) => [id, readSample<S>(this.kind, parseDocument(doc), id)]));
    });
  }

  deleteMany(ids: readonly string[]): Promise<number> {
    return answer(() => {
      const sql = `DELETE FROM ${this.kind} WHERE id IN (SELECT value FROM json_each(?))`;
      return this.connection.transaction(
        () => this.connection.statement(sql).run(JSON.stringify(ids.map(String))).changes,
      );
    });
  }
}
