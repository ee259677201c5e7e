import type { APIError } from 'openai';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { AnswerTooLongError } from './bounded-fetch.js';
import type { LlmEndpoint } from './llm-endpoint.js';
import { hostOf } from './llm-endpoint.js';
import type { Failure } from './retry-policy.js';
import { retryAfterMs } from './retry-policy.js';

const RETRYABLE_STATUS: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** Tells what a failed call means: which error to throw, and whether to try again. The key appears nowhere in it. */
export function llmFailure(error: unknown, endpoint: LlmEndpoint, now: number): Failure {
  if (error instanceof EtalonError) return { error, retryable: false, retryAfterMs: undefined };
  const status = statusOf(error);
  if (status !== undefined) return refusal(error, status, endpoint, now);
  if (causes(error).some((cause) => cause instanceof AnswerTooLongError))
    return badAnswer('answered more than it may', error, endpoint, false);
  if (error instanceof SyntaxError) return badAnswer('answered broken JSON', error, endpoint, true);
  return unreachable(error, endpoint);
}

function refusal(error: unknown, status: number, endpoint: LlmEndpoint, now: number): Failure {
  const host = hostOf(endpoint.url);
  const { headers } = error as APIError;
  return {
    error: new EtalonError('LLM_UNAVAILABLE', `The LLM at ${host} ${whatStatusSays(status)} (HTTP ${status})`, {
      details: { host, model: endpoint.model, status },
      cause: scrubbed(error, endpoint),
    }),
    retryable: RETRYABLE_STATUS.has(status) || status >= 500,
    retryAfterMs: retryAfterMs(headers?.get('retry-after'), now),
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
  const timedOut = causes(error).some((cause) => /abort|timeout|timed out/iu.test(`${cause.name} ${cause.message}`));
  const what = timedOut ? `did not answer within ${endpoint.timeoutMs} ms` : 'cannot be reached';
  return {
    error: new EtalonError('LLM_UNAVAILABLE', `The LLM at ${host} ${what}`, {
      details: { host, model: endpoint.model },
      cause: scrubbed(error, endpoint),
    }),
    retryable: true,
    retryAfterMs: undefined,
  };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

function causes(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let link = error; link instanceof Error && chain.length < 8; link = link.cause) chain.push(link);
  return chain;
}

/** What the client said, as text alone: its own error objects carry headers and bodies. Servers quote wrong keys. */
function scrubbed(error: unknown, { apiKey }: LlmEndpoint): Error {
  const messages = causes(error).map(({ message }) => message);
  const said = messages
    .join(': ')
    .replace(/\/\/[^\s/@]*@/gu, '//')
    .slice(0, 500);
  return new Error(apiKey === null || apiKey === '' ? said : said.replaceAll(apiKey, '[key]'));
}
