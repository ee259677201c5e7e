import type { StoredQuery } from './stored-query.js';

/** What of a line a query can speak of. */
export interface AskedFields {
  readonly channel: string;
  readonly language: string;
  /** ISO 8601 in UTC with milliseconds: the form that the query's moments have too, so their texts compare as they do. */
  readonly timestamp: string;
  readonly metadata: { readonly provenance: string };
}

/** How a line is none that a query can have found; `undefined` when it can. */
export function queryFault(query: StoredQuery, line: AskedFields): string | undefined {
  const { channels, language, from, to, real_only: realOnly } = query;
  const { channel, timestamp } = line;
  if (channels !== null && !channels.includes(channel)) return contradiction('channels', channels.join(', '), channel);
  if (from !== null && timestamp < from) return contradiction('from', from, timestamp);
  if (to !== null && timestamp > to) return contradiction('to', to, timestamp);
  if (language !== null && line.language !== language) return contradiction('language', language, line.language);
  if (realOnly && line.metadata.provenance === 'synthetic') return contradiction('real_only', 'true', 'synthetic');
  return undefined;
}

function contradiction(key: string, asked: string, found: string): string {
  return `"${key}" of the manifest's query is ${asked}, and the line has ${found}: one of both was edited`;
}
