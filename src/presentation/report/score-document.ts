import type { KindOutcome, ScoreOutcome } from '../../application/dataset/score/score-outcome.js';
import { usageDocument } from '../../domain/benchmark/usage-document.js';

/** What scoring a data set did, as JSON output shows it: `dataset-score.schema.json`. */
export function scoreDocument(outcome: ScoreOutcome): object {
  const { dataset, kinds, problems, cost, datasetHash, scoresHash, ok } = outcome;
  return {
    schema_version: 1,
    dataset,
    dataset_hash: datasetHash,
    scores_hash: scoresHash,
    kinds: kinds.map(kindDocument),
    problems,
    cost: usageDocument(cost),
    ok,
  };
}

function kindDocument({ judge, scoredBefore, scoredByOthers, ...rest }: KindOutcome): object {
  const { kind, model, promptVersion, promptHash } = judge;
  return {
    ...rest,
    scored_before: scoredBefore,
    scored_by_others: scoredByOthers,
    judge: { kind, model, prompt_version: promptVersion, prompt_hash: promptHash },
  };
}
