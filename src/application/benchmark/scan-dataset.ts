import type { Provenance } from '../../domain/dataset/provenance.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { SampleReading } from '../ports/sample-files.port.js';
import { interrupted } from './interruptible.js';

/** What a data set file holds, learned before anything is judged. */
export interface ScannedDataset {
  readonly sha256: string;
  readonly samples: number;
  readonly byProvenance: Readonly<Record<Provenance, number>>;
}

const NOTHING_LEFT = {
  message: 'The benchmark was interrupted before its run began; nothing was stored.',
  hint: 'Run the same command again.',
};

/**
 * Reads the whole file once: so a fault in its last line costs no judge call, and the hash that is fixed before the run
 * is that of the file which is judged.
 *
 * @throws BENCHMARK_DATASET_INVALID (a bad line, a repeated id), BENCHMARK_DATASET_EMPTY, BENCHMARK_DATASET_NOT_FOUND,
 * INTERRUPTED.
 */
export async function scanDataset(reading: SampleReading, path: string, signal?: AbortSignal): Promise<ScannedDataset> {
  const lines = new Map<string, number>();
  const byProvenance: Record<Provenance, number> = { imported: 0, synthetic: 0, unmarked: 0 };
  for await (const { line, record } of reading) {
    if (signal?.aborted === true) throw interrupted(NOTHING_LEFT);
    refuseRepeated(path, record.sampleId, line, lines.get(record.sampleId));
    lines.set(record.sampleId, line);
    byProvenance[record.metadata.provenance] += 1;
  }
  if (lines.size > 0) return { sha256: reading.sha256(), samples: lines.size, byProvenance };
  throw new EtalonError('BENCHMARK_DATASET_EMPTY', `${path} holds no sample.`, { details: { path } });
}

function refuseRepeated(path: string, id: string, line: number, first: number | undefined): void {
  if (first === undefined) return;
  throw new EtalonError(
    'BENCHMARK_DATASET_INVALID',
    `${path}, line ${line}: the id ${id} was on line ${first} already.`,
    { details: { path, line, sample_id: id, first_line: first } },
  );
}
