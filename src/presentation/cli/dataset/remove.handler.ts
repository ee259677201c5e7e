import { createInterface } from 'node:readline/promises';
import type { Removal } from '../../../application/dataset/remove-dataset.use-case.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { defineHandler } from '../define-handler.js';
import { DatasetName } from '../options/dataset-name.js';

class RemoveOptions {
  @DatasetName()
  name!: string;

  yes = false;
}

/** `etalon dataset remove NAME` */
export const removeHandler = defineHandler(RemoveOptions, async ({ services, output, signal }, { name, yes }) => {
  const useCase = await services.get('removeDataset');
  const confirmed = yes || (await isConfirmed(await useCase.execute({ name, confirmed: false }), signal));
  const removal = await useCase.execute({ name, confirmed });
  const { digests, reviewReports, removed } = removal;
  output.json({ schema_version: 1, name, removed, digests, review_reports: reviewReports });
  output.line(removed ? `Removed ${describe(removal)}.` : 'Nothing was removed.');
  return 0;
});

async function isConfirmed(removal: Removal, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new EtalonError('USAGE', `This would remove ${describe(removal)}, and there is no terminal to ask on.`, {
      hint: 'Add --yes to remove without being asked.',
    });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`Remove ${describe(removal)}? [y/N] `, { signal })).trim());
  } finally {
    terminal.close();
  }
}

function describe({ dataset, digests, reviewReports }: Removal): string {
  return `data set "${dataset.name}" with ${digests} digests and ${reviewReports} review reports`;
}
