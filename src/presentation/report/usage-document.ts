import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';

/** What judging cost, as JSON output shows it; `estimated` only where the endpoint did not count all tokens. */
export function usageDocument({ calls, tokensIn, tokensOut, cacheHits, estimated }: JudgeUsage): object {
  const usage = { calls, tokens_in: tokensIn, tokens_out: tokensOut, cache_hits: cacheHits };
  return estimated === true ? { ...usage, estimated } : usage;
}
