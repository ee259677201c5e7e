import type { Sample } from '../../domain/dataset/sample.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { canonicalLine } from '../../domain/export/canonical-line.js';
import type { ExportDocument } from '../../domain/export/export-document.js';
import { exportDocument } from '../../domain/export/export-document.js';
import { toExportRecord } from '../../domain/export/to-export-record.js';
import type { ExportSchema } from '../ports/export-schemas.port.js';
import type { ExportFile, ExportWriter } from '../ports/export-writer.port.js';
import type { ProgressTask } from '../ports/progress.port.js';

/** Where the lines go and what they must be. */
export interface ExportTarget {
  readonly path: string;
  readonly writer: ExportWriter;
  readonly schema: ExportSchema;
  readonly progress: ProgressTask;
  readonly signal: AbortSignal | undefined;
}

/**
 * Maps, checks, writes and hashes each sample in one pass. The file is opened with the first good line, so that an export
 * which is refused at once touches nothing.
 *
 * @returns the file with every line in it, which nobody sees before the caller commits it.
 * @throws EXPORT_RECORD_INVALID, EXPORT_EMPTY, INTERRUPTED, and what the writer and the source of the samples throw; no file is left.
 */
export async function writeExport(samples: AsyncIterable<Sample>, target: ExportTarget): Promise<ExportFile> {
  const opened: { file?: ExportFile } = {};
  try {
    await writeLines(samples, target, opened);
  } catch (error) {
    await opened.file?.abort();
    throw error;
  }
  if (opened.file === undefined) throw new EtalonError('EXPORT_EMPTY', 'No document fits the query');
  return opened.file;
}

async function writeLines(
  samples: AsyncIterable<Sample>,
  { path, writer, schema, progress, signal }: ExportTarget,
  opened: { file?: ExportFile },
): Promise<void> {
  for await (const sample of samples) {
    if (signal?.aborted === true)
      throw new EtalonError('INTERRUPTED', 'The export was interrupted; no file was written');
    const line = checkedLine(sample, schema);
    opened.file ??= await writer.open(path);
    const full = opened.file.write(line);
    if (full !== undefined) await full;
    progress.advance(1);
  }
}

/** The line of a sample that fits the schema. @throws EXPORT_RECORD_INVALID */
export function checkedLine(sample: Sample, schema: ExportSchema): string {
  const document = exportDocument(toExportRecord(sample));
  const [fault] = schema.check(document);
  if (fault !== undefined) throw invalidRecord(document, fault, schema);
  return canonicalLine(document);
}

function invalidRecord(
  document: ExportDocument,
  { path, rule }: { readonly path: string; readonly rule: string },
  schema: ExportSchema,
): EtalonError {
  const message = `${document.sample_id}: ${path === '' ? 'the record' : path} ${rule} (${schema.file})`;
  return new EtalonError('EXPORT_RECORD_INVALID', message, {
    details: { sample_id: document.sample_id, path, rule, schema: schema.file },
  });
}
