import type { SampleKind } from '../../../domain/dataset/sample.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { SampleFiles } from '../../ports/sample-files.port.js';
import type { ChosenSample } from './audit-survey.js';

/** A sample of the audit, with the summary of another day of its channel where there is one. */
export interface AuditSample {
  readonly record: ExportRecord;
  readonly day: string;
  readonly otherDay: string | null;
}

/** Where the samples were chosen. */
export interface SurveyedFile {
  readonly path: string;
  readonly kind: SampleKind;
  readonly fingerprint: string;
}

/**
 * Reads the texts of the chosen samples; the others pass by.
 *
 * @throws BENCHMARK_DATASET_CHANGED
 */
export async function loadAuditSamples(
  files: SampleFiles,
  chosen: readonly ChosenSample[],
  { path, kind, fingerprint }: SurveyedFile,
): Promise<readonly AuditSample[]> {
  const wanted = [...new Set(chosen.flatMap(({ position, other }) => [position, other ?? position]))];
  const records = new Map<number, ExportRecord>();
  for await (const { position, record } of files.pick(path, kind, wanted)) records.set(position, record);
  if ((await files.fingerprint(path)) !== fingerprint) throw changed(path);
  return chosen.flatMap(({ position, day, other }) => {
    const record = records.get(position);
    return record === undefined ? [] : [{ record, day, otherDay: records.get(other ?? -1)?.summaryMarkdown ?? null }];
  });
}

function changed(path: string): EtalonError {
  return new EtalonError('BENCHMARK_DATASET_CHANGED', `${path} was changed while the audit read it.`, {
    details: { path },
  });
}
