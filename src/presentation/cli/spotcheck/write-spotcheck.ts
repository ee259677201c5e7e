import type { SpotcheckResult } from '../../../application/dataset/spotcheck/sample-spotcheck.use-case.js';
import { passesChecks, type SpotcheckSample } from '../../../domain/dataset/spotcheck/spotcheck.js';
import type { Output } from '../output/output.js';
import type { TableRow } from '../output/table.js';

/** Writes a spot check for people: the samples, what failed, who signed, where the files are. */
export function writeSpotcheckResult(output: Output, { spotcheck, folder, kept }: SpotcheckResult): void {
  const failing = spotcheck.samples.filter((sample) => !passesChecks(sample));
  output.table(failing.map(rowOf));
  output.line(`${spotcheck.samples.length} samples; checklist: ${spotcheck.passed} passed, ${spotcheck.failed} failed`);
  if (spotcheck.sign_offs.length > 0) {
    output.line();
    output.table(spotcheck.sign_offs.map(({ reviewer, role, verdict, note }) => ({ reviewer, role, verdict, note })));
  }
  output.line();
  output.line(`hash  ${spotcheck.hash}`);
  output.line(`read  ${folder}/ru_spotcheck.md`);
  if (kept !== null) output.line(`kept  ${kept} with the sign-offs of the earlier draw`);
}

function rowOf({ kind, channel, id, checks }: SpotcheckSample): TableRow {
  const failed = checks.filter(({ ok }) => !ok).map(({ item }) => item);
  return { kind, channel, id, failed: failed.join(', ') };
}
