import type { IncomingMessage } from 'node:http';
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
    const deadline = new Deadline(bounds.timeoutMs, bounds.signal);
    try {
      const message = await this.#answer(new URL(address), headers, Buffer.from(body), deadline.signal);
      return await wholeAnswer(message, bounds.limit);
    } catch (error) {
      deadline.signal.throwIfAborted();
      throw error;
    } finally {
      deadline.clear();
    }
  }

  #answer(url: URL, headers: Headers, body: Buffer, signal: AbortSignal): Promise<IncomingMessage> {
    const { protocol } = url;
    if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError(`${protocol} leads to no endpoint`);
    const all = { ...headers, 'content-type': 'application/json', 'content-length': body.length };
    const options = { method: 'POST', agent: this.#agents[protocol], headers: all, signal };
    return new Promise((resolve, reject) => {
      const request = protocol === 'https:' ? overHttps : overHttp;
      request(url, options, resolve).on('error', reject).end(body);
    });
  }
}

/** Aborts after a while, or with somebody else's signal; cheaper than `AbortSignal.any`, and leaves nothing behind. */
class Deadline {
  readonly #controller = new AbortController();
  readonly signal = this.#controller.signal;
  readonly #timer: NodeJS.Timeout;

  constructor(
    ms: number,
    private readonly other: AbortSignal | undefined,
  ) {
    this.#timer = setTimeout(() => {
      this.#controller.abort(new PostTimeoutError(`timed out after ${ms} ms`));
    }, ms);
    other?.addEventListener('abort', this.#follow);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.other?.removeEventListener('abort', this.#follow);
  }

  readonly #follow = (): void => {
    this.#controller.abort(this.other?.reason);
  };
}

async function wholeAnswer(message: IncomingMessage, limit: number): Promise<PostAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) throw new AnswerTooLongError(`The answer is longer than ${limit} bytes`);
    chunks.push(chunk);
  }
  const { statusCode: status = 0, headers } = message;
  return { status, headers, text: Buffer.concat(chunks).toString('utf8') };
}
