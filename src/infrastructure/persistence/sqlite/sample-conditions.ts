import type { SampleQuery } from '../../../application/ports/sample.repository.port.js';
import type { SqlValue } from './sqlite-connection.js';

/** An SQL condition and the values of its placeholders. */
interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Translates a query; what users gave is only ever bound, never part of the SQL. */
export function conditionOf({ channels, from, to, language, realOnly }: SampleQuery): Condition {
  const parts = [
    channels && among('s.channel', channels),
    from !== undefined && part('s.created_at >= ?', from),
    to !== undefined && part('s.created_at <= ?', to),
    language !== undefined && among('s.language', [language]),
    realOnly && part('s.provenance <> ?', 'synthetic'),
  ].filter((condition) => typeof condition === 'object');
  return {
    sql: ['TRUE', ...parts.map(({ sql }) => sql)].join(' AND '),
    values: parts.flatMap(({ values }) => values),
  };
}

/** Through JSON, because a bound text ends at its first NUL. */
function among(column: string, texts: readonly string[]): Condition {
  return part(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(texts));
}

function part(sql: string, value: SqlValue): Condition {
  return { sql, values: [value] };
}
