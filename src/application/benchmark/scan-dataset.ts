import type { RecordedJudge } from '../../domain/benchmark/recorded-judge.js';
import { recordedJudgeName, recordedJudgeOf } from '../../domain/benchmark/recorded-judge.js';
import { SeenIds } from '../../domain/benchmark/seen-ids.js';
import type { Provenance } from '../../domain/dataset/provenance.js';
import type { SampleKind } from '../../domain/dataset/sample.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ExportRecord } from '../../domain/export/export-record.js';
import type { SampleFiles, SampleLine } from '../ports/sample-files.port.js';
import { interrupted } from './interruption.js';

/** What a data set file holds, learned before anything is judged. */
export interface ScannedDataset {
  readonly sha256: string;
  readonly samples: number;
  readonly byProvenance: Readonly<Record<Provenance, number>>;
  /** Whose scores stand in it. */
  readonly recorded: readonly RecordedJudge[];
  /** Changes when the file does: asked again while the run goes on. */
  readonly fingerprint: string;
}

/** What a scan needs of data set files. */
export type ScannableFiles = Pick<SampleFiles, 'read' | 'fingerprint'>;

/** The file that is scanned. */
export interface DatasetFile {
  readonly path: string;
  readonly kind: SampleKind;
  /** SHA-256 that its manifest states; `null` or left out where there is none. */
  readonly stated?: string | null;
}

const NOTHING_LEFT = {
  message: 'The benchmark was interrupted before its run began; nothing was stored.',
  hint: 'Run the same command again.',
};

/**
 * Reads the whole file once: so a fault in its last line costs no judge call, and the hash that is fixed before the run
 * is that of the file which is judged.
 *
 * @throws BENCHMARK_DATASET_INVALID (a bad line, a repeated id), BENCHMARK_DATASET_DIFFERS, BENCHMARK_DATASET_EMPTY,
 * BENCHMARK_DATASET_NOT_FOUND, INTERRUPTED.
 */
export async function scanDataset(
  files: ScannableFiles,
  file: DatasetFile,
  signal?: AbortSignal,
): Promise<ScannedDataset> {
  const fingerprint = await files.fingerprint(file.path);
  const reading = files.read(file.path, file.kind);
  const findings = new Findings();
  for await (const sample of reading) {
    if (signal?.aborted === true) throw interrupted(NOTHING_LEFT);
    const first = findings.take(sample);
    if (first !== undefined) await refuseRepeated(files, file, sample, first);
  }
  return { ...findings.facts(file.path), sha256: asStated(file, reading.sha256()), fingerprint };
}

/** What a run says of a data set is true of the file that its manifest describes, and of no other. */
function asStated({ path, stated = null }: DatasetFile, sha256: string): string {
  if (stated === null || stated === sha256) return sha256;
  const message = `${path} is not the file that the manifest beside it describes: its SHA-256 is ${sha256}, not ${stated}.`;
  throw new EtalonError('BENCHMARK_DATASET_DIFFERS', message, { details: { path, sha256, stated } });
}

class Findings {
  readonly #ids = new SeenIds();
  readonly #recorded = new Map<string, RecordedJudge>();
  readonly #byProvenance: Record<Provenance, number> = { imported: 0, synthetic: 0, unmarked: 0 };
  samples = 0;

  /** @returns the line on which the id seems to have stood before. */
  take({ line, record }: SampleLine): number | undefined {
    this.samples += 1;
    this.#byProvenance[record.metadata.provenance] += 1;
    this.#note(record);
    return this.#ids.add(record.sampleId, line);
  }

  /** @throws BENCHMARK_DATASET_EMPTY */
  facts(path: string): Pick<ScannedDataset, 'samples' | 'byProvenance' | 'recorded'> {
    if (this.samples === 0)
      throw new EtalonError('BENCHMARK_DATASET_EMPTY', `${path} holds no sample.`, { details: { path } });
    return { samples: this.samples, byProvenance: this.#byProvenance, recorded: [...this.#recorded.values()] };
  }

  #note({ judge }: ExportRecord): void {
    if (judge === null) return;
    const recorded = recordedJudgeOf(judge);
    this.#recorded.set(recordedJudgeName(recorded), recorded);
  }
}

/** Reads the file again up to the line in question: ids are remembered by a hash that two may share. */
async function refuseRepeated(
  files: ScannableFiles,
  { path, kind }: DatasetFile,
  { line, record: { sampleId } }: SampleLine,
  first: number,
): Promise<void> {
  for await (const earlier of files.read(path, kind)) {
    if (earlier.line < first) continue;
    if (earlier.record.sampleId !== sampleId) return;
    const message = `${path}, line ${line}: the id ${sampleId} was on line ${first} already.`;
    const details = { path, line, sample_id: sampleId, first_line: first };
    throw new EtalonError('BENCHMARK_DATASET_INVALID', message, { details });
  }
}
