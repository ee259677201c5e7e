import type { JudgeScores, Scores } from '../dataset/judge-scores.js';
import { SCORE_NAMES } from '../dataset/judge-scores.js';
import type { Scenario } from './scenario.js';
import { thresholdFor } from './threshold-for.js';

/**
 * One sample's scores held against a scenario's values for the judge: below expectations when any score is below its
 * warn value, exceeding them when every one reaches its pass value, else meeting them.
 */
export function expectationOf(scenario: Scenario, judgeKind: string, scores: Scores): JudgeScores['verdict'] {
  const held = scenario.metrics.flatMap((metric) => {
    const name = SCORE_NAMES.find((known) => known === metric.name);
    return name === undefined ? [] : [{ score: scores[name], ...thresholdFor(metric, judgeKind) }];
  });
  if (held.some(({ score, warn }) => score < warn)) return 'BELOW_EXPECTATIONS';
  return held.every(({ score, pass }) => score >= pass) ? 'EXCEEDS_EXPECTATIONS' : 'MEETS_EXPECTATIONS';
}

/** The four scores that documents keep, out of a judge's; `undefined` when one is missing. */
export function storedScores(scores: Readonly<Record<string, number>>): Scores | undefined {
  const { coverage, accuracy, coherence, informativeness } = scores;
  if (coverage === undefined || accuracy === undefined) return undefined;
  if (coherence === undefined || informativeness === undefined) return undefined;
  return { coverage, accuracy, coherence, informativeness };
}
