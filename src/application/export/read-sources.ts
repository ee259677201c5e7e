import type { Sample } from '../../domain/dataset/sample.js';
import type { ExportQuery } from '../../domain/export/export-query.js';
import { toExportRecord } from '../../domain/export/to-export-record.js';
import type { SampleRepository } from '../ports/sample.repository.port.js';
import type { ReadSources } from './select-samples.js';

/** Reads every record as a whole. */
export function wholeRecords(samples: SampleRepository<Sample>): ReadSources {
  return async function* (query, onUnreadable) {
    for await (const sample of samples.stream(query, 'time', onUnreadable)) yield { record: toExportRecord(sample) };
  };
}

/** Reads records the shortest way that the store has, or as a whole where their texts are going to be changed. */
export function exportSources(samples: SampleRepository<Sample>, { redact }: ExportQuery): ReadSources {
  const whole = wholeRecords(samples);
  if (redact) return whole;
  return (query, onUnreadable) => samples.exportSources?.(query, onUnreadable) ?? whole(query, onUnreadable);
}
