import { EtalonError } from '../../domain/errors/etalon-error.js';
import { AnswerTooLongError, PostTimeoutError } from './bounded-post.js';
import type { LlmEndpoint } from './llm-endpoint.js';
import { hostOf } from './llm-endpoint.js';
import { LlmStatusError } from './llm-status-error.js';
import type { Failure } from './retry-policy.js';
import { retryAfterMs } from './retry-policy.js';

const RETRYABLE_STATUS: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** Tells what a failed call means: which error to throw, and whether to try again. The key appears nowhere in it. */
export function llmFailure(error: unknown, endpoint: LlmEndpoint, now: number): Failure {
  if (error instanceof EtalonError) return { error, retryable: false, retryAfterMs: undefined };
  if (error instanceof LlmStatusError)
    return error.code === 'content_filter' ? filtered(error, endpoint) : refusal(error, endpoint, now);
  if (error instanceof AnswerTooLongError) return badAnswer('answered more than it may', error, endpoint, false);
  if (error instanceof SyntaxError) return badAnswer('answered broken JSON', error, endpoint, true);
  return unreachable(error, endpoint);
}

function filtered(error: LlmStatusError, endpoint: LlmEndpoint): Failure {
  const host = hostOf(endpoint.url);
  const details = { host, model: endpoint.model, status: error.status };
  const refused = new EtalonError('LLM_REFUSED', `The LLM at ${host} filtered the request out`, { details });
  return { error: refused, retryable: false, retryAfterMs: undefined };
}

function refusal(error: LlmStatusError, endpoint: LlmEndpoint, now: number): Failure {
  const host = hostOf(endpoint.url);
  const { status } = error;
  return {
    error: new EtalonError('LLM_UNAVAILABLE', `The LLM at ${host} ${whatStatusSays(status)} (HTTP ${status})`, {
      details: { host, model: endpoint.model, status },
      cause: scrubbed(error, endpoint),
    }),
    retryable: RETRYABLE_STATUS.has(status) || status >= 500,
    retryAfterMs: retryAfterMs(error.retryAfter, now),
  };
}

function whatStatusSays(status: number): string {
  if (status === 401 || status === 403) return 'refused the key';
  if (status === 404) return 'does not know the address or the model';
  if (status === 429) return 'is asked too often';
  if (status >= 300 && status < 400) return 'redirects elsewhere, which is not followed';
  return status >= 500 ? 'failed' : 'refused the request';
}

function badAnswer(what: string, error: unknown, endpoint: LlmEndpoint, retryable: boolean): Failure {
  const host = hostOf(endpoint.url);
  const extras = { details: { host, model: endpoint.model }, cause: scrubbed(error, endpoint) };
  return {
    error: new EtalonError('LLM_BAD_ANSWER', `The LLM at ${host} ${what}`, extras),
    retryable,
    retryAfterMs: undefined,
  };
}

function unreachable(error: unknown, endpoint: LlmEndpoint): Failure {
  const host = hostOf(endpoint.url);
  const timedOut = error instanceof PostTimeoutError;
  const what = timedOut ? `did not answer within ${endpoint.timeoutMs} ms` : 'cannot be reached';
  return {
    error: new EtalonError('LLM_UNAVAILABLE', `The LLM at ${host} ${what}`, {
      details: { host, model: endpoint.model, ...(timedOut ? { timed_out: true } : {}) },
      cause: scrubbed(error, endpoint),
    }),
    retryable: true,
    retryAfterMs: undefined,
  };
}

function causes(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let link = error; link instanceof Error && chain.length < 8; link = link.cause) chain.push(link);
  return chain;
}

/** What was said, as text alone, without secrets: servers quote wrong keys. */
function scrubbed(error: unknown, { apiKey }: LlmEndpoint): Error {
  const messages = causes(error).map(({ message }) => message);
  const said = messages
    .join(': ')
    .replace(/\/\/[^\s/@]*@/gu, '//')
    .slice(0, 500);
  return new Error(apiKey === null || apiKey === '' ? said : said.replaceAll(apiKey, '[key]'));
}
