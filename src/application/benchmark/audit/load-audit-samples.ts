import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { SampleReading } from '../../ports/sample-files.port.js';
import type { ChosenSample } from './audit-survey.js';

/** A sample of the audit, with the summary of another day of its channel where there is one. */
export interface AuditSample {
  readonly record: ExportRecord;
  readonly day: string;
  readonly otherDay: string | null;
}

/**
 * Reads the texts of the chosen samples; the others pass by.
 *
 * @param before - where the samples were chosen: the file and its hash.
 * @throws BENCHMARK_DATASET_CHANGED
 */
export async function loadAuditSamples(
  reading: SampleReading,
  chosen: readonly ChosenSample[],
  before: { readonly path: string; readonly sha256: string },
): Promise<readonly AuditSample[]> {
  const records = await recordsAt(
    reading,
    new Set(chosen.flatMap(({ position, other }) => [position, other ?? position])),
  );
  refuseChanged(before, reading.sha256());
  return chosen.flatMap(({ position, day, other }) => {
    const record = records.get(position);
    return record === undefined ? [] : [{ record, day, otherDay: records.get(other ?? -1)?.summaryMarkdown ?? null }];
  });
}

async function recordsAt(reading: SampleReading, wanted: ReadonlySet<number>) {
  const records = new Map<number, ExportRecord>();
  let position = 0;
  for await (const { record } of reading) {
    if (wanted.has(position)) records.set(position, record);
    position += 1;
  }
  return records;
}

function refuseChanged({ path, sha256 }: { readonly path: string; readonly sha256: string }, now: string): void {
  if (sha256 === now) return;
  throw new EtalonError('BENCHMARK_DATASET_CHANGED', `${path} was changed while the audit read it.`, {
    details: { path, sha256_before: sha256, sha256_now: now },
  });
}
