import type { Scores } from '../../../domain/dataset/judge-scores.js';
import { SCORE_NAMES } from '../../../domain/dataset/judge-scores.js';
import { parseJson } from '../../../domain/shared/parse-json.js';
import { wellFormedStart } from '../../../domain/text/well-formed.js';

/** A judge's answer, or what is wrong with it. */
export type JudgeAnswer = { readonly scores: Scores; readonly notes: string } | { readonly problem: string };

const KEYS = ['mark', 'notes', ...SCORE_NAMES];
const SCORE = { type: 'number', minimum: 0, maximum: 1 } as const;
const LONGEST_NOTES = 2_000;

/** The shape of an answer, for servers that hold a model to one: notes come first, so that scores follow from them. */
export const JUDGE_ANSWER_SHAPE = {
  name: 'judgement',
  schema: {
    type: 'object',
    properties: {
      mark: { type: 'string' },
      notes: { type: 'string' },
      ...{ coverage: SCORE, accuracy: SCORE, coherence: SCORE, informativeness: SCORE },
    },
    required: KEYS,
    additionalProperties: false,
  },
} as const;

const THOUGHTS = /^<think>[\s\S]*?<\/think>/u;
const WRAPPED = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/u;

/**
 * Reads an answer strictly: one JSON object with the mark of the question, notes and four numbers in 0…1, and nothing
 * else. A code fence around it and reasoning before it are put up with. Nothing is mended: a score that is a text or lies
 * outside 0…1 shows that the judge did not understand the task.
 *
 * @param mark what only an answer to this very question can name.
 */
export function readJudgeAnswer(text: string, mark: string): JudgeAnswer {
  const bare = text.trim().replace(THOUGHTS, '').trim().replace(WRAPPED, '$1');
  const found = parseJson(bare);
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    return { problem: 'the answer is not one JSON object' };
  const answer = found as Readonly<Record<string, unknown>>;
  const problem = problemIn(answer, mark);
  if (problem !== undefined) return { problem };
  const { coverage, accuracy, coherence, informativeness } = answer as unknown as Scores;
  const notes = wellFormedStart(answer['notes'] as string, LONGEST_NOTES);
  return { scores: { coverage, accuracy, coherence, informativeness }, notes };
}

function problemIn(answer: Readonly<Record<string, unknown>>, mark: string): string | undefined {
  const missing = KEYS.find((key) => !Object.hasOwn(answer, key));
  if (missing !== undefined) return `the answer lacks "${missing}"`;
  if (Object.keys(answer).length > KEYS.length) return 'the answer holds more than was asked for';
  if (answer['mark'] !== mark) return 'the answer does not name the mark of its question';
  if (typeof answer['notes'] !== 'string') return 'the notes of the answer are no text';
  const wrong = SCORE_NAMES.find((name) => !isScore(answer[name]));
  return wrong === undefined ? undefined : `the answer's "${wrong}" is not a number in 0…1`;
}

function isScore(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
