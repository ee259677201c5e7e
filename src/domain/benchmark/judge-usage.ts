/** What judging cost; numbers add up. */
export interface JudgeUsage {
  /** Calls that reached the judge, repetitions after a failure included; answers of a cache are none. */
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly cacheHits: number;
  /** Some of the tokens are estimates, since the endpoint did not count them; left out where all are counted. */
  readonly estimated?: true;
}

/** No cost at all. */
export const NO_USAGE: JudgeUsage = { calls: 0, tokensIn: 0, tokensOut: 0, cacheHits: 0 };

/** The sum of two costs. */
export function addUsage(a: JudgeUsage, b: JudgeUsage): JudgeUsage {
  return {
    calls: a.calls + b.calls,
    tokensIn: a.tokensIn + b.tokensIn,
    tokensOut: a.tokensOut + b.tokensOut,
    cacheHits: a.cacheHits + b.cacheHits,
    ...(a.estimated === true || b.estimated === true ? { estimated: true } : {}),
  };
}
