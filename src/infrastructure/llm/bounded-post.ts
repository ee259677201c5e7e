import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent, request as overHttp } from 'node:http';
import { Agent as SecureAgent, request as overHttps } from 'node:https';

/** The answer is longer than any that a digest or a judgement could need. */
export class AnswerTooLongError extends Error {
  override readonly name = 'AnswerTooLongError';
}

/** Nothing whole came back in time. */
export class PostTimeoutError extends Error {
  override readonly name = 'PostTimeoutError';
}

export interface PostAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

type Headers = Readonly<Record<string, string>>;

/** What one POST may take. */
export interface PostBounds {
  /** The most bytes of an answer. */
  readonly limit: number;
  /** From the first byte sent to the last one read. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Posts JSON over connections that stay open, and reads the whole answer before it hands it on, so that time-outs and
 * cut connections show in one place. It follows no redirect, which would carry the key to another host. Node's own
 * client does this in a third of the time that `fetch` takes, which counts with many calls at once.
 */
export class BoundedPost {
  readonly #agents = { 'http:': new Agent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) };

  /** @throws AnswerTooLongError, PostTimeoutError, the signal's reason, TypeError (no address), what the network says. */
  async send(address: string, headers: Headers, body: string, bounds: PostBounds): Promise<PostAnswer> {
    bounds.signal?.throwIfAborted();
    const url = new URL(address);
    const { protocol } = url;
    if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError(`${protocol} leads to no endpoint`);
    const bytes = Buffer.from(body);
    const all = { ...headers, 'content-type': 'application/json', 'content-length': bytes.length };
    const options = { method: 'POST', agent: this.#agents[protocol], headers: all };
    const request = (protocol === 'https:' ? overHttps : overHttp)(url, options);
    return await new Promise((resolve, reject) => {
      new Exchange(request, bounds, resolve, reject).begin(bytes);
    });
  }
}

/** One request and its answer. Plain events: signals and iterators of Node would double what a call costs. */
class Exchange {
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly request: ClientRequest,
    private readonly bounds: PostBounds,
    private readonly resolve: (answer: PostAnswer) => void,
    private readonly reject: (error: unknown) => void,
  ) {}

  begin(body: Buffer): void {
    const { timeoutMs, signal } = this.bounds;
    this.#timer = setTimeout(() => {
      this.#fail(new PostTimeoutError(`timed out after ${timeoutMs} ms`));
    }, timeoutMs);
    signal?.addEventListener('abort', this.#abort);
    this.request.on('response', this.#answered).on('error', this.#fail).end(body);
  }

  readonly #answered = (message: IncomingMessage): void => {
    message
      .on('data', this.#take)
      .on('error', this.#fail)
      .on('end', () => {
        const { statusCode: status = 0, headers } = message;
        this.#release();
        this.resolve({ status, headers, text: Buffer.concat(this.#chunks).toString('utf8') });
      });
  };

  readonly #take = (chunk: Buffer): void => {
    this.#bytes += chunk.length;
    this.#chunks.push(chunk);
    const { limit } = this.bounds;
    if (this.#bytes > limit) this.#fail(new AnswerTooLongError(`The answer is longer than ${limit} bytes`));
  };

  readonly #abort = (): void => {
    this.#fail(this.bounds.signal?.reason);
  };

  /** The first failure counts; those that follow from it change nothing. */
  readonly #fail = (error: unknown): void => {
    this.#release();
    this.reject(error);
    this.request.destroy();
  };

  #release(): void {
    clearTimeout(this.#timer);
    this.bounds.signal?.removeEventListener('abort', this.#abort);
  }
}
