import type { ClientOptions, OpenAI } from 'openai';
import type { Clock } from '../../application/ports/clock.port.js';
import type { LlmAnswer, LlmPort, LlmRequest } from '../../application/ports/llm.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { boundedFetch } from './bounded-fetch.js';
import type { LlmEndpoint } from './llm-endpoint.js';
import { hostOf } from './llm-endpoint.js';
import { llmFailure } from './llm-failure.js';
import { readCompletion } from './read-completion.js';
import { withRetries } from './retry-policy.js';

const MOST_BYTES = 4 * 1024 * 1024;
const RETRY_DELAY_MS = 500;

/** A chat endpoint behind the `openai` client, which is loaded with the first question. */
export class OpenAiLlm implements LlmPort {
  readonly model: string;
  #client: OpenAI | undefined;

  constructor(
    private readonly endpoint: LlmEndpoint,
    private readonly clock: Clock,
  ) {
    this.model = endpoint.model;
  }

  async complete(request: LlmRequest): Promise<LlmAnswer> {
    const started = this.clock.monotonic();
    const completion = await withRetries(
      () => this.#ask(request),
      (error) => llmFailure(error, this.endpoint, this.clock.now()),
      { retries: this.endpoint.retries, delayMs: this.endpoint.retryDelayMs ?? RETRY_DELAY_MS },
    );
    const latencySeconds = (this.clock.monotonic() - started) / 1000;
    return { ...this.#answer(completion), latencySeconds, cached: false };
  }

  async #ask({ system, user, maxTokens }: LlmRequest): Promise<unknown> {
    this.#client ??= new (await import('openai')).OpenAI(clientOptions(this.endpoint));
    return this.#client.chat.completions.create(
      {
        model: this.model,
        temperature: 0,
        ...atMost(maxTokens),
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
      },
      { signal: AbortSignal.timeout(this.endpoint.timeoutMs) },
    );
  }

  #answer(completion: unknown): Omit<LlmAnswer, 'latencySeconds' | 'cached'> {
    const { text, finish, model, tokensIn, tokensOut } = readCompletion(completion);
    if (text === '') throw this.#unusable('answered nothing');
    if (finish === 'length') throw this.#unusable('was cut off at the token limit');
    return { text, model: model === '' ? this.model : model, tokensIn, tokensOut };
  }

  #unusable(what: string): EtalonError {
    const host = hostOf(this.endpoint.url);
    return new EtalonError('LLM_BAD_ANSWER', `The LLM at ${host} ${what}`, {
      details: { host, model: this.model },
    });
  }
}

/** Servers know this field; the one that replaces it with OpenAI itself is unknown to many others. */
function atMost(maxTokens: number): object {
  return { max_tokens: maxTokens };
}

/** Everything that the client would otherwise take from the environment is given. Retries are made here, not there. */
function clientOptions({ url, apiKey, timeoutMs }: LlmEndpoint): ClientOptions {
  return {
    baseURL: url.replace(/\/+$/u, ''),
    apiKey: apiKey ?? 'none',
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetch: boundedFetch(MOST_BYTES),
    ...(apiKey === null ? { defaultHeaders: { Authorization: null } } : {}),
  };
}
