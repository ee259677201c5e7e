import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { ManifestFile } from '../../../domain/export/export-manifest.js';
import type { FileProblem, TwiceResult } from '../../../domain/export/verify/export-check.js';
import type { StoredQuery } from '../../../domain/export/verify/stored-query.js';
import type { WrittenFile } from '../../ports/export-writer.port.js';
import type { Store } from '../../ports/store.port.js';
import type { VerifyExportPorts } from './verify-export.ports.js';

/** Fewer samples prove little. */
const LEAST_RECORDS = 50;

/** A query that is run two times. */
export interface TwiceTask {
  readonly store: Store;
  readonly query: StoredQuery;
  readonly file: ManifestFile;
  /** SHA-256 of the lines on the disk; `null` when there is no file. */
  readonly onDisk: string | null;
  readonly signal: AbortSignal | undefined;
}

/** What the double run of a file said. */
export interface TwiceReport {
  readonly problem: FileProblem | null;
  readonly twice: TwiceResult | null;
}

/**
 * Runs a query two times in a row into temporary places: at least 50 records, and both the bytes that lie on the disk.
 *
 * @throws DATA_DIR_UNUSABLE, DISK_FULL, FILE_WRITE_FAILED, INTERRUPTED, and what the store throws.
 */
export async function runTwice(ports: VerifyExportPorts, task: TwiceTask): Promise<TwiceReport> {
  try {
    const [first, second] = [await runOnce(ports, task, 1), await runOnce(ports, task, 2)];
    const identical = first.sha256 === second.sha256;
    const twice: TwiceResult = { records: first.records, sha256: [first.sha256, second.sha256], identical };
    return { twice, problem: problemOf(twice, task.onDisk) };
  } catch (error) {
    if (!isUnusable(error)) throw error;
    return { twice: null, problem: problem('store_differs', `the query cannot be run again: ${error.message}`) };
  }
}

async function runOnce(ports: VerifyExportPorts, task: TwiceTask, run: number): Promise<WrittenFile> {
  const progress = ports.progress.start(`Run ${run} of ${task.file.path}`);
  try {
    const { store, query, file, signal } = task;
    const request = { store, query, skipInvalid: file.skipped !== undefined, progress, signal };
    return await ports.scratch.use((folder) => ports.replay.write(request, `${folder}/run-${run}.jsonl`));
  } finally {
    progress.finish();
  }
}

function problemOf({ records, sha256: [first], identical }: TwiceResult, onDisk: string | null): FileProblem | null {
  if (!identical) return problem('runs_differ', 'two runs in a row gave different bytes');
  if (first !== onDisk) return problem('store_differs', 'two runs gave the same bytes, but not those on the disk');
  if (records >= LEAST_RECORDS) return null;
  return problem('too_few_records', `a double run takes ${LEAST_RECORDS} records or more, and there are ${records}`);
}

function problem(kind: FileProblem['kind'], message: string): FileProblem {
  return { kind, line: null, message, difference: null };
}

function isUnusable(error: unknown): error is EtalonError {
  const codes = ['EXPORT_EMPTY', 'EXPORT_RECORD_INVALID', 'STORE_DOCUMENT_INVALID'];
  return error instanceof EtalonError && codes.includes(error.code);
}
