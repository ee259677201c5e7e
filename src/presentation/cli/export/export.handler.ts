import type { ExportResult } from '../../../application/export/export-result.js';
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
    const command = exportCommandFrom(kind, options, signal);
    const result = await (await services.get('exportSamples')).execute(command);
    output.json({ schema_version: 1, ...result });
    write(output, result);
    return result.skipped.count > 0 ? 2 : 0;
  });
}

function write(output: Output, result: ExportResult): void {
  const { path, records, bytes, sha256, uncompressed, manifest } = result;
  output.line(`${output.style.green('exported')} ${records} records, ${bytes} bytes`);
  output.line(`file      ${path}`);
  output.line(`sha256    ${sha256}`);
  if (uncompressed !== null) output.line(`text      ${uncompressed.bytes} bytes, sha256 ${uncompressed.sha256}`);
  output.line(`manifest  ${manifest ?? 'none: the output is not a file'}`);
  writeNotes(output, result);
}

function writeNotes(output: Output, { dropped, skipped, warnings }: ExportResult): void {
  for (const warning of warnings) output.note(warning);
  if (skipped.count > 0) output.note(`${skipped.count} records do not fit and were left out:`);
  for (const { sample_id, path, rule } of skipped.records) output.note(`  ${sample_id}: ${path} ${rule}`);
  for (const file of dropped) {
    output.note(`${file} shows an earlier state of the data: the manifest lists it no more. Export it again.`);
  }
}
