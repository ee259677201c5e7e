import type { KindOutcome, ScoreOutcome } from '../../../application/dataset/score/score-outcome.js';
import type { Output } from '../output/output.js';
import type { TableRow } from '../output/table.js';
import { writeUsage } from '../output/write-usage.js';

/** Shows people what scoring did: a line a kind, what got no scores and why, what it cost. */
export function writeScore(output: Output, outcome: ScoreOutcome): void {
  const { style } = output;
  output.table(outcome.kinds.map(rowOf));
  output.line();
  for (const { id, reason } of outcome.problems) output.line(style.yellow(`${id}: ${reason}`));
  const without = outcome.kinds.reduce((sum, { unscored, failed }) => sum + unscored + failed, 0);
  if (without > outcome.problems.length) output.line(`… and ${without - outcome.problems.length} more`);
  writeUsage(output, outcome.cost);
  output.line(`scores_hash ${outcome.scoresHash ?? 'none'}`);
  output.line(outcome.ok ? style.green('scored') : style.red('not all scored: run the same command again'));
  output.note('Export the data set to have the scores in its files: etalon export digests.');
}

function rowOf(outcome: KindOutcome): TableRow {
  return {
    kind: outcome.kind,
    judge: `${outcome.judge.model}@${outcome.judge.promptVersion}`,
    documents: outcome.documents,
    scored: outcome.scored,
    before: outcome.scoredBefore,
    others: outcome.scoredByOthers,
    unscored: outcome.unscored,
    failed: outcome.failed,
    left: outcome.left,
  };
}
