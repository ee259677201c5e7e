import { parseJson } from '../../domain/shared/parse-json.js';
import type { PostAnswer } from './bounded-post.js';

const LONGEST = 500;

/** A server that answered with something other than 2xx. */
export class LlmStatusError extends Error {
  override readonly name = 'LlmStatusError';
  readonly status: number;
  /** What the server calls the error, "" where it does not say. */
  readonly code: string;
  readonly retryAfter: string | undefined;

  constructor({ status, headers, text }: PostAnswer) {
    const { message, code } = saidIn(text);
    super(`HTTP ${status}: ${message}`);
    this.status = status;
    this.code = code;
    this.retryAfter = headers['retry-after'];
  }

  /** Whether the request was refused for asking for answers of a given shape, which some servers do not know. */
  get refusesShape(): boolean {
    const refused = this.status === 400 || this.status === 422;
    return refused && /response_format|json_schema|structured output/iu.test(this.message);
  }
}

function saidIn(text: string): { readonly message: string; readonly code: string } {
  const { error } = (parseJson(text) ?? {}) as { readonly error?: unknown };
  const { message, code } = (typeof error === 'object' ? (error ?? {}) : {}) as Readonly<Record<string, unknown>>;
  const said = typeof message === 'string' ? message : text;
  return { message: said.slice(0, LONGEST), code: typeof code === 'string' ? code : '' };
}
