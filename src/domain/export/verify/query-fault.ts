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
  const { channels, language, real_only: realOnly } = query;
  const { channel, metadata } = line;
  if (channels?.includes(channel) === false) return contradiction('channels', channels.join(', '), channel);
  if (language !== null && line.language !== language) return contradiction('language', language, line.language);
  if (realOnly && metadata.provenance === 'synthetic') return contradiction('real_only', 'true', metadata.provenance);
  return periodFault(query, line);
}

function periodFault({ from, to }: StoredQuery, { timestamp }: AskedFields): string | undefined {
  if (from !== null && timestamp < from) return contradiction('from', from, timestamp);
  return to !== null && timestamp > to ? contradiction('to', to, timestamp) : undefined;
}

function contradiction(key: string, asked: string, found: string): string {
  return `"${key}" of the manifest's query is ${asked}, and the line has ${found}: one of both was edited`;
}
