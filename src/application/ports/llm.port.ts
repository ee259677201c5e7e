import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import type { JsonValue } from '../../domain/shared/json-value.js';

/** One question to a language model. */
export interface LlmRequest {
  readonly system: string;
  readonly user: string;
  /** The most tokens that the answer may have. */
  readonly maxTokens: number;
  /** The JSON Schema of the answer, for servers that hold a model to one; others are asked without. */
  readonly shape?: { readonly name: string; readonly schema: JsonValue };
}

/** What a call costs, told as it becomes known: a call when it is sent, tokens when the answer is there. */
export type LlmMeter = (spent: Omit<JudgeUsage, 'cacheHits'>) => void;

/** Whoever wants to stop a question, or to know what it costs whether or not it is answered. */
export interface LlmCallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly meter?: LlmMeter;
  /** Asked before each call after the first one, such as a repetition after a failure; it says whether that may be made. */
  readonly allowed?: () => boolean;
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
  /**
   * @throws LLM_UNAVAILABLE (with `timed_out` in its details where that was it), LLM_BAD_ANSWER, LLM_REFUSED; INTERRUPTED
   *   once the signal is aborted.
   */
  complete(request: LlmRequest, options?: LlmCallOptions): Promise<LlmAnswer>;
}
