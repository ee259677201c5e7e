import type { DayCount, SampleQuery } from '../../../application/ports/sample.repository.port.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { TimeWindow } from '../../../domain/time/time-window.js';
import { conditionOf } from './sample-conditions.js';
import type { SqliteConnection } from './sqlite-connection.js';

const sqlFor = (kind: SampleKind, condition: string): string => `
  WITH days AS (SELECT value ->> 0 AS day, value ->> 1 AS first, value ->> 2 AS last FROM json_each(?))
  SELECT s.channel AS channel, days.day AS day, s.provenance AS provenance, count(*) AS count
  FROM days CROSS JOIN ${kind} s ON s.created_at BETWEEN days.first AND days.last
  WHERE ${condition}
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

/** Counts in SQL: rows are joined with the first and last millisecond of each day, whatever length it has. */
export function countRowsByDay(
  connection: SqliteConnection,
  kind: SampleKind,
  query: SampleQuery,
  window: TimeWindow,
): readonly DayCount[] {
  const days = window.list().map((day) => [day, window.zone.startOf(day), window.zone.endOf(day)]);
  const { sql, values } = conditionOf(query);
  return connection.attempt(() => {
    const rows = connection.statement(sqlFor(kind, sql)).all(JSON.stringify(days), ...values);
    return (rows as DayCount[]).map((row) => ({ ...row }));
  });
}
