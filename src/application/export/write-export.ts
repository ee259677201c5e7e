import { EtalonError } from '../../domain/errors/etalon-error.js';
import { canonicalLine } from '../../domain/export/canonical-line.js';
import type { Compression } from '../../domain/export/compression.js';
import type { ExportDocument } from '../../domain/export/export-document.js';
import { exportDocument } from '../../domain/export/export-document.js';
import type { ExportRecord } from '../../domain/export/export-record.js';
import type { ExportSource } from '../../domain/export/export-source.js';
import { redactRecord } from '../../domain/export/redact-record.js';
import type { SkippedRecords } from '../../domain/export/skipped-records.js';
import type { SplicedLine } from '../../domain/export/spliced-line.js';
import { spliceTexts } from '../../domain/export/spliced-line.js';
import type { ExportSchema, SchemaFault } from '../ports/export-schemas.port.js';
import type { ExportFile, ExportWriter } from '../ports/export-writer.port.js';
import type { ProgressTask } from '../ports/progress.port.js';

/** What the lines must be. */
export interface LineRules {
  readonly schema: ExportSchema;
  readonly redact: boolean;
  /** Takes the records that do not fit; without it such a record fails the export. */
  readonly skipped: SkippedRecords | undefined;
}

/** Where the lines go and what they must be. */
export interface ExportTarget extends LineRules {
  readonly path: string;
  readonly compression: Compression | undefined;
  readonly writer: ExportWriter;
  readonly progress: ProgressTask;
  readonly signal: AbortSignal | undefined;
}

/**
 * Maps, checks, writes and hashes each record in one pass. The file is opened with the first good line, so that an export
 * which is refused at once touches nothing.
 *
 * @returns the file with every line in it, which nobody sees before the caller commits it.
 * @throws EXPORT_RECORD_INVALID, EXPORT_EMPTY, INTERRUPTED, and what the writer and the source of the records throw; no file is left.
 */
export async function writeExport(sources: AsyncIterable<ExportSource>, target: ExportTarget): Promise<ExportFile> {
  const opened: { file?: ExportFile } = {};
  try {
    await writeLines(sources, target, opened);
  } catch (error) {
    await opened.file?.abort();
    throw error;
  }
  if (opened.file === undefined) throw nothingWritten(target);
  return opened.file;
}

async function writeLines(
  sources: AsyncIterable<ExportSource>,
  target: ExportTarget,
  opened: { file?: ExportFile },
): Promise<void> {
  const { path, compression, writer } = target;
  for await (const source of sources) {
    goOn(target);
    const line = lineFrom(source, target);
    if (line === undefined) continue;
    opened.file ??= await writer.open(path, compression);
    const full = opened.file.write(line);
    if (full !== undefined) await full;
  }
}

function goOn({ progress, signal }: ExportTarget): void {
  if (signal?.aborted === true) throw new EtalonError('INTERRUPTED', 'The export was interrupted; no file was written');
  progress.advance(1);
}

function lineFrom({ record, texts }: ExportSource, rules: LineRules): string | SplicedLine | undefined {
  const line = lineOf(record, rules);
  return line === undefined || texts === undefined ? line : spliceTexts(line, texts);
}

/**
 * The line of a record; `undefined` when it does not fit and is skipped.
 *
 * @throws EXPORT_RECORD_INVALID when it does not fit and nothing takes it.
 */
export function lineOf(record: ExportRecord, { schema, redact, skipped }: LineRules): string | undefined {
  const document = exportDocument(redact ? redactRecord(record) : record);
  const [fault] = schema.check(document);
  if (fault === undefined) return canonicalLine(document);
  if (skipped === undefined) throw invalidRecord(document, fault, schema);
  skipped.add({ sample_id: document.sample_id, path: fault.path, rule: fault.rule });
  return undefined;
}

function invalidRecord(document: ExportDocument, { path, rule }: SchemaFault, schema: ExportSchema): EtalonError {
  const message = `${document.sample_id}: ${path === '' ? 'the record' : path} ${rule} (${schema.file})`;
  return new EtalonError('EXPORT_RECORD_INVALID', message, {
    details: { sample_id: document.sample_id, path, rule, schema: schema.file },
  });
}

function nothingWritten({ skipped }: ExportTarget): EtalonError {
  const { count = 0, records = [] } = skipped?.summary ?? {};
  if (count === 0) return new EtalonError('EXPORT_EMPTY', 'No document fits the query');
  const first = records.map(({ sample_id, path, rule }) => `${sample_id}: ${path} ${rule}`)[0];
  return new EtalonError('EXPORT_EMPTY', `None of ${count} documents fits the schema; the first is ${first ?? ''}`);
}
