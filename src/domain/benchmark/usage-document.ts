import type { JudgeUsage } from './judge-usage.js';

/**
 * What judging cost, as documents hold it; `unanswered` and `estimated` only where tokens are not known or were not
 * counted by the endpoint.
 */
export function usageDocument({ calls, tokensIn, tokensOut, cacheHits, unanswered, estimated }: JudgeUsage) {
  const usage = { calls, tokens_in: tokensIn, tokens_out: tokensOut, cache_hits: cacheHits };
  if (unanswered === undefined && estimated === undefined) return usage;
  return {
    ...usage,
    ...(unanswered === undefined ? {} : { unanswered }),
    ...(estimated === undefined ? {} : { estimated }),
  };
}
