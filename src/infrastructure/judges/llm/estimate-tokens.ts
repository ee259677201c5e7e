import type { LlmRequest } from '../../../application/ports/llm.port.js';
import type { JudgeUsage } from '../../../domain/benchmark/judge-usage.js';
import { estimatedTokens } from '../../llm/estimated-tokens.js';

/** Tokens of an answer: four numbers, and notes of a few sentences. */
const ANSWER_TOKENS = 200;

/** What asking would take, if it succeeds at once. */
export function estimateTokens({ system, user }: LlmRequest): JudgeUsage {
  return { calls: 1, tokensIn: estimatedTokens(system, user), tokensOut: ANSWER_TOKENS, cacheHits: 0 };
}
