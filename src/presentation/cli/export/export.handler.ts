import type { ExportResult } from '../../../application/export/export-result.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { CommandHandler } from '../command-handler.js';
import { defineHandler } from '../define-handler.js';
import type { Output } from '../output/output.js';
import { ExportOptions, exportCommandFrom } from './export-options.js';

/** `etalon export digests` */
export const exportDigestsHandler = handlerOf('digests');

/** `etalon export review-reports` */
export const exportReviewReportsHandler = handlerOf('review_reports');

function handlerOf(kind: SampleKind): CommandHandler {
  return defineHandler(ExportOptions, async ({ services, output, signal }, options) => {
    if (output.isJson && STANDARD_OUTPUT.has(options.output ?? '')) throw twoDocuments(options.output ?? '');
    const command = exportCommandFrom(kind, options, signal);
    const result = await (await services.get('exportSamples')).execute(command);
    output.json({ schema_version: 1, ...result });
    write(output, result);
    return result.skipped.count > 0 ? 2 : 0;
  });
}

/** Names of standard output: what is told of the export must not follow its lines there. */
const STANDARD_OUTPUT: ReadonlySet<string> = new Set(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

function twoDocuments(path: string): EtalonError {
  const hint = 'Leave out --json, or name a file.';
  return new EtalonError('USAGE', `--output ${path} and --json both write to standard output.`, { hint });
}

/** Beside a device or a pipe, which may be standard output itself, the facts are remarks. */
function write(output: Output, result: ExportResult): void {
  const told = factLines(output, result);
  for (const line of told) {
    if (result.manifest === null) output.note(line);
    else output.line(line);
  }
  writeNotes(output, result);
}

function factLines(output: Output, result: ExportResult): readonly string[] {
  const { path, records, bytes, sha256, uncompressed, manifest } = result;
  return [
    `${output.style.green('exported')} ${records} records, ${bytes} bytes`,
    `file      ${path}`,
    `sha256    ${sha256}`,
    ...(uncompressed === null ? [] : [`text      ${uncompressed.bytes} bytes, sha256 ${uncompressed.sha256}`]),
    `manifest  ${manifest ?? 'none: the output is not a file'}`,
  ];
}

function writeNotes(output: Output, { dropped, skipped, warnings }: ExportResult): void {
  for (const warning of warnings) output.note(warning);
  if (skipped.count > 0) output.note(`${skipped.count} records do not fit and were left out:`);
  for (const { sample_id, path, rule } of skipped.records) output.note(`  ${sample_id}: ${path} ${rule}`);
  for (const file of dropped) {
    output.note(`${file} shows an earlier state of the data: the manifest lists it no more. Export it again.`);
  }
}
