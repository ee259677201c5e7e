import { IsOptional } from 'class-validator';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import { defineHandler } from '../define-handler.js';
import { FilePath, OneOf } from '../options/option-rules.js';
import { importDocument } from './import-document.js';
import { writeImport } from './write-import.js';

class ImportOptions {
  @FilePath({ each: true })
  files!: readonly string[];

  @IsOptional()
  @OneOf(['digests', 'review_reports'])
  kind?: SampleKind;

  keepGoing = false;
}

/** `etalon dataset import FILE…` */
export const importHandler = defineHandler(ImportOptions, async ({ services, output, signal }, options) => {
  const { files, kind, keepGoing } = options;
  const command = { files, keepGoing, signal, ...(kind === undefined ? {} : { kind }) };
  const outcome = await (await services.get('importDocuments')).execute(command);
  output.json(importDocument(outcome));
  writeImport(output, outcome);
  return outcome.rejected === 0 ? 0 : 2;
});
