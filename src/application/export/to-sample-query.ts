import type { ExportQuery } from '../../domain/export/export-query.js';
import type { SampleQuery } from '../ports/sample.repository.port.js';

/** The part of an export's query that the store answers. */
export function toSampleQuery(query: ExportQuery): SampleQuery {
  return {
    ...(query.channels === null ? {} : { channels: query.channels }),
    ...(query.from === null ? {} : { from: query.from }),
    ...(query.to === null ? {} : { to: query.to }),
    ...(query.language === null ? {} : { language: query.language }),
    realOnly: query.realOnly,
  };
}
