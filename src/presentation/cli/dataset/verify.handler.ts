import { reportDocument } from '../../../domain/dataset/coverage/report-document.js';
import { defineHandler } from '../define-handler.js';
import { DatasetName } from '../options/dataset-name.js';
import { writeReport } from './write-report.js';

class VerifyOptions {
  @DatasetName()
  name = 'default';
}

/** `etalon dataset verify` */
export const verifyHandler = defineHandler(VerifyOptions, async ({ services, output }, { name }) => {
  const { report, ok, drifted, interrupted } = await (await services.get('verifyDataset')).execute({ name });
  output.json({ ...reportDocument(report), drifted, interrupted, ok });
  writeReport(output, report);
  if (drifted)
    output.line(output.style.red('The documents are no longer those that were seeded: dataset_hash has changed.'));
  if (interrupted)
    output.line(output.style.red('The last seed was interrupted: run it again, it goes on where it stopped.'));
  if (!report.countsStable) output.line(output.style.red('Two counts in a row differ: something writes to the store.'));
  output.line(ok ? output.style.green('verified') : output.style.red('not verified'));
  return ok ? 0 : 2;
});
