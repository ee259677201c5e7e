import type { Clock } from '../../application/ports/clock.port.js';
import type { LlmAnswer, LlmCallOptions, LlmMeter, LlmPort, LlmRequest } from '../../application/ports/llm.port.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ErrorCode } from '../../domain/errors/error-catalogue.js';
import { BoundedPost } from './bounded-post.js';
import { chatRequest } from './chat-request.js';
import { estimatedTokens } from './estimated-tokens.js';
import type { LlmEndpoint } from './llm-endpoint.js';
import { hostOf } from './llm-endpoint.js';
import { llmFailure } from './llm-failure.js';
import { LlmStatusError } from './llm-status-error.js';
import type { CompletionFacts } from './read-completion.js';
import { readCompletion } from './read-completion.js';
import { withRetries } from './retry-policy.js';

const MOST_BYTES = 4 * 1024 * 1024;
const RETRY_DELAY_MS = 500;
const NO_METER: LlmMeter = () => undefined;
/** A call counts when it is sent, and as one without an answer until a whole one is there. */
const SENT = { calls: 1, tokensIn: 0, tokensOut: 0, unanswered: 1 };
const ANSWERED = { calls: 0, tokensIn: 0, tokensOut: 0, unanswered: -1 };

/** A chat endpoint that speaks the protocol of OpenAI. */
export class OpenAiLlm implements LlmPort {
  readonly model: string;
  readonly #post = new BoundedPost();
  readonly #address: string;
  readonly #headers: Readonly<Record<string, string>>;
  /** Whether the server takes a shape for its answers: believed until it says no. */
  #shapes = true;

  constructor(
    private readonly endpoint: LlmEndpoint,
    private readonly clock: Clock,
  ) {
    const { url, apiKey, model } = endpoint;
    this.model = model;
    this.#address = `${url.replace(/\/+$/u, '')}/chat/completions`;
    this.#headers = {
      ...{ accept: 'application/json', 'accept-encoding': 'identity' },
      ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
    };
  }

  async complete(request: LlmRequest, options: LlmCallOptions = {}): Promise<LlmAnswer> {
    const started = this.clock.monotonic();
    try {
      const completion = await this.#askPatiently(request, options);
      const latencySeconds = (this.clock.monotonic() - started) / 1000;
      return { ...this.#answer(completion, request, options), latencySeconds, cached: false };
    } catch (error) {
      throw options.signal?.aborted === true ? stopped(error) : error;
    }
  }

  #askPatiently(request: LlmRequest, options: LlmCallOptions): Promise<unknown> {
    const { retries, retryDelayMs: delayMs = RETRY_DELAY_MS } = this.endpoint;
    return withRetries(
      () => this.#ask(request, options),
      (error) => llmFailure(error, this.endpoint, this.clock.now()),
      { ...options, retries, delayMs },
    );
  }

  async #ask(request: LlmRequest, options: LlmCallOptions): Promise<unknown> {
    const shaped = this.#shapes && request.shape !== undefined;
    try {
      return await this.#send(chatRequest(this.model, request, shaped), options);
    } catch (error) {
      if (!shaped || !(error instanceof LlmStatusError) || !error.refusesShape) throw error;
      this.#shapes = false;
      if (options.allowed?.() === false) throw error;
      return await this.#send(chatRequest(this.model, request, false), options);
    }
  }

  async #send(body: string, { signal, meter = NO_METER }: LlmCallOptions): Promise<unknown> {
    signal?.throwIfAborted();
    meter(SENT);
    const bounds = { limit: MOST_BYTES, timeoutMs: this.endpoint.timeoutMs, signal };
    const answer = await this.#post.send(this.#address, this.#headers, body, bounds);
    const isOk = answer.status >= 200 && answer.status <= 299;
    const completion = isOk ? (JSON.parse(answer.text) as unknown) : undefined;
    meter(ANSWERED);
    if (!isOk) throw new LlmStatusError(answer);
    return completion;
  }

  #answer(
    completion: unknown,
    request: LlmRequest,
    { meter = NO_METER }: LlmCallOptions,
  ): Omit<LlmAnswer, 'latencySeconds' | 'cached'> {
    const found = readCompletion(completion);
    const { text, finish, refusal, model } = found;
    const tokens = tokensOf(found, request);
    meter({ calls: 0, ...tokens });
    if (refusal !== '' || finish === 'content_filter') throw this.#unusable('refused to answer', 'LLM_REFUSED');
    if (text === '') throw this.#unusable('answered nothing');
    if (finish === 'length') throw this.#unusable('was cut off at the token limit');
    return { text, model: model === '' ? this.model : model, tokensIn: tokens.tokensIn, tokensOut: tokens.tokensOut };
  }

  #unusable(what: string, code: ErrorCode = 'LLM_BAD_ANSWER'): EtalonError {
    const host = hostOf(this.endpoint.url);
    return new EtalonError(code, `The LLM at ${host} ${what}`, { details: { host, model: this.model } });
  }
}

/** What an answer took: as the server counts it, estimated where it does not, so that a budget of tokens holds. */
function tokensOf(found: CompletionFacts, { system, user }: LlmRequest): Omit<JudgeUsage, 'calls' | 'cacheHits'> {
  const { text, refusal, tokensIn, tokensOut } = found;
  const counted = tokensIn !== undefined && tokensOut !== undefined;
  return {
    tokensIn: tokensIn ?? estimatedTokens(system, user),
    tokensOut: tokensOut ?? estimatedTokens(text, refusal),
    ...(counted ? {} : { estimated: true }),
  };
}

function stopped(cause: unknown): EtalonError {
  const failed = cause instanceof EtalonError && cause.code === 'INTERRUPTED';
  return failed ? cause : new EtalonError('INTERRUPTED', 'A question to the LLM was given up.', { details: {} });
}
