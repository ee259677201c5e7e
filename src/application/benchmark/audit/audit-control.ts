import { SCORE_NAMES } from '../../../domain/dataset/judge-scores.js';
import { controlRow } from '../../../domain/benchmark/audit/control-row.js';
import type { ControlRow } from '../../../domain/benchmark/audit/judge-audit.js';
import type { CleanAnswers } from './clean-answers.js';
import type { CleanSample } from './clean-samples.js';

/** What the rewrite alone costs, sample by sample. */
export async function auditControl(
  clean: CleanAnswers,
  original: readonly CleanSample[],
  rewritten: readonly CleanSample[],
): Promise<readonly ControlRow[]> {
  const pairs = original.flatMap((sample, index) => {
    const other = rewritten[index];
    return other?.left === null ? [[sample, other] as const] : [];
  });
  const answers = await clean.of(pairs.flat());
  const answered = pairs.map(([sample, other]) => [answers.get(sample), answers.get(other)] as const);
  return SCORE_NAMES.map((metric) => controlRow(metric, answered));
}
