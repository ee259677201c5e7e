/** What judging cost; numbers add up. */
export interface JudgeUsage {
  /** Calls that were sent to the judge, repetitions after a failure included; answers of a cache are none. */
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly cacheHits: number;
  /**
   * Of the calls, those to which no whole answer came: given up, timed out, cut off. What they took in tokens is not known
   * and not counted. Left out where there are none.
   */
  readonly unanswered?: number;
  /** Some of the tokens are estimates, since the endpoint did not count them; left out where all are counted. */
  readonly estimated?: true;
}

/** No cost at all. */
export const NO_USAGE: JudgeUsage = { calls: 0, tokensIn: 0, tokensOut: 0, cacheHits: 0 };

/** What a judgement costs that says nothing of it. */
export const ONE_CALL: JudgeUsage = { ...NO_USAGE, calls: 1 };

/** The sum of two costs. */
export function addUsage(a: JudgeUsage, b: JudgeUsage): JudgeUsage {
  const sum = {
    calls: a.calls + b.calls,
    tokensIn: a.tokensIn + b.tokensIn,
    tokensOut: a.tokensOut + b.tokensOut,
    cacheHits: a.cacheHits + b.cacheHits,
  };
  const unanswered = (a.unanswered ?? 0) + (b.unanswered ?? 0);
  if (unanswered === 0 && a.estimated === undefined && b.estimated === undefined) return sum;
  return {
    ...sum,
    ...(unanswered === 0 ? {} : { unanswered }),
    ...(a.estimated === true || b.estimated === true ? { estimated: true } : {}),
  };
}

/** What a cost holds beyond a part of it. */
export function usageBeyond(whole: JudgeUsage, part: JudgeUsage): JudgeUsage {
  const { calls, tokensIn, tokensOut, cacheHits, unanswered = 0 } = part;
  const less = { calls: -calls, tokensIn: -tokensIn, tokensOut: -tokensOut, cacheHits: -cacheHits };
  return addUsage(whole, { ...less, unanswered: -unanswered });
}
