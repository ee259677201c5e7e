/** One question to a language model. */
export interface LlmRequest {
  readonly system: string;
  readonly user: string;
  /** The most tokens that the answer may have. */
  readonly maxTokens: number;
}

export interface LlmAnswer {
  readonly text: string;
  readonly model: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Seconds that the call took, when it was made. */
  readonly latencySeconds: number;
  readonly cached: boolean;
}

/** An OpenAI-compatible chat endpoint, asked at temperature 0, with time-outs and retries. */
export interface LlmPort {
  readonly model: string;
  /** @throws LLM_UNAVAILABLE, LLM_BAD_ANSWER */
  complete(request: LlmRequest): Promise<LlmAnswer>;
}
