import type { JudgeScores, Scores } from '../../../domain/dataset/judge-scores.js';
import type { DocumentReader } from './document-reader.js';
import { textOr } from './optional-field.js';

const VERDICTS: readonly JudgeScores['verdict'][] = [
  'BELOW_EXPECTATIONS',
  'MEETS_EXPECTATIONS',
  'EXCEEDS_EXPECTATIONS',
];

/** Reads a judge's word on a record. */
export function readJudge(judge: DocumentReader): JudgeScores {
  return {
    judgeModel: judge.field('judge_model').text(),
    promptVersion: textOr(judge.field('prompt_version'), ''),
    scores: readScores(judge.field('scores')),
    verdict: judge.field('verdict').oneOf(VERDICTS),
    notes: textOr(judge.field('notes'), ''),
  };
}

function readScores(scores: DocumentReader): Scores {
  return {
    coverage: scores.field('coverage').number(),
    accuracy: scores.field('accuracy').number(),
    coherence: scores.field('coherence').number(),
    informativeness: scores.field('informativeness').number(),
  };
}
