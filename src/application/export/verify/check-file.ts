import type { ManifestFile } from '../../../domain/export/export-manifest.js';
import type { FileProblem } from '../../../domain/export/verify/export-check.js';
import type { FileFindings, LineFault, StoreDifference } from '../../../domain/export/verify/file-problem.js';
import { fileProblem, missingFile } from '../../../domain/export/verify/file-problem.js';
import type { FoundFile } from '../../../domain/export/verify/found-file.js';
import type { StoredQuery } from '../../../domain/export/verify/stored-query.js';
import type { ProgressTask } from '../../ports/progress.port.js';
import type { Store } from '../../ports/store.port.js';
import { compareWithStore } from './compare-with-store.js';
import type { StatedFile } from './line-checks.js';
import { LineChecks } from './line-checks.js';
import { LineCursor } from './line-cursor.js';
import type { VerifyExportPorts } from './verify-export.ports.js';

/** A file of an export that is to be checked. */
export interface FileTask {
  readonly folder: string;
  readonly file: ManifestFile;
  readonly query: StoredQuery;
  /** The store to compare each line with; `undefined` when the files are checked by themselves. */
  readonly against: Store | undefined;
  /** Whether something says that an export into the folder was cut off. */
  readonly interrupted: boolean;
  readonly signal: AbortSignal | undefined;
}

/** What one pass over a file said. */
export interface FileReport {
  readonly problem: FileProblem | null;
  /** Lines of the file; `null` when it could not be read to its end. */
  readonly records: number | null;
  /** SHA-256 of its lines, uncompressed; `null` when there is no file. */
  readonly sha256: string | null;
}

/**
 * Checks a file in one pass: size, hashes, records, schema, order, duplicates, and with a store at hand each line.
 *
 * @throws EXPORT_FILE_UNSAFE, FILE_READ_FAILED, INTERRUPTED, and what the store throws.
 */
export async function checkFile(ports: VerifyExportPorts, task: FileTask): Promise<FileReport> {
  const { file, folder } = task;
  const reading = await ports.folders.read(folder, file);
  if (reading === undefined) return { problem: missingFile('the manifest lists it'), records: null, sha256: null };
  const progress = ports.progress.start(`Checking ${file.path}`, file.records);
  const checks = new LineChecks(ports.schemas.of(file.kind), statedOf(task), ports.hasher, progress);
  try {
    const store = await readThrough(ports, task, new LineCursor(reading, checks, task.signal));
    return reportOf(ports, task, reading.found(), { lineFault: checks.fault, store });
  } finally {
    progress.finish();
    await reading.close();
  }
}

function statedOf({ file, query }: FileTask): StatedFile {
  return { query, skipped: new Set(file.skipped?.records.map((record) => record.sample_id)) };
}

function reportOf(
  { schemas }: VerifyExportPorts,
  { file, interrupted }: FileTask,
  found: FoundFile,
  seen: Pick<FileFindings, 'lineFault' | 'store'>,
): FileReport {
  const schemaSha256 = schemas.of(file.kind).sha256;
  const lineFault = seen.lineFault ?? unended(found);
  const problem = fileProblem({ ...seen, stated: file, found, lineFault, schemaSha256, interrupted });
  return { problem, records: found.fault === null ? found.lines : null, sha256: found.content.sha256 };
}

/** Reads a file to its end, on the way side by side with the store when it is asked. */
async function readThrough(
  ports: VerifyExportPorts,
  { against, file, query, signal }: FileTask,
  cursor: LineCursor,
): Promise<StoreDifference | null | undefined> {
  try {
    const skipInvalid = file.skipped !== undefined;
    const request = against && { store: against, query, skipInvalid, progress: SILENT, signal };
    const difference = request && (await compareWithStore(cursor, ports.replay.lines(request)));
    await cursor.drain();
    return difference;
  } finally {
    await cursor.close();
  }
}

/** The file's own progress says enough. */
const SILENT: ProgressTask = { advance: () => undefined, finish: () => undefined };

function unended({ ended, lines, fault }: FoundFile): LineFault | null {
  return ended || lines === 0 || fault !== null
    ? null
    : { kind: 'schema', line: lines, message: 'the line has no newline at its end' };
}
