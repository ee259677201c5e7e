import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** How the server treats one request. */
export type LlmReply =
  | { readonly kind: 'answer'; readonly text: string; readonly finish?: string; readonly bare?: boolean }
  /** A model that reads the question; `delayMs` lets it think, a `bare` server says neither model nor usage. */
  | {
      readonly kind: 'model';
      readonly answer: (question: LlmQuestion) => string;
      readonly delayMs?: number;
      readonly bare?: boolean;
    }
  | { readonly kind: 'refusal'; readonly text: string }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  | { readonly kind: 'raw'; readonly body: string }
  | { readonly kind: 'cut' }
  | { readonly kind: 'half' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'endless' }
  | { readonly kind: 'trickle' };

/** A request as the server took it. */
export interface LlmQuestion {
  readonly model: string;
  readonly temperature: number;
  readonly max_tokens: number;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: unknown;
  /** The header `Authorization`, "" without one. */
  readonly authorization: string;
}

export interface LlmServerOptions {
  /** Takes the field `response_format`, and checks it. */
  readonly shapes?: boolean;
  readonly tls?: { readonly key: string; readonly cert: string };
}

/**
 * A chat endpoint that holds its callers to the protocol: path, method, content type, key and every field of the body
 * are checked (400, 401, 404, 405, 415 with an error body), then the replies are given in order, the last one over and
 * over.
 */
export class LlmServer {
  readonly questions: LlmQuestion[] = [];
  /** What callers did wrong; empty in a good test. */
  readonly offences: string[] = [];
  readonly #server;
  #replies: readonly LlmReply[] = [];

  private constructor(
    private readonly key: string,
    private readonly options: LlmServerOptions,
  ) {
    const { tls } = options;
    const serve = (request: IncomingMessage, response: ServerResponse) => void this.#serve(request, response);
    this.#server = tls === undefined ? createServer(serve) : createSecureServer(tls, serve);
  }

  static async start(key = 'sk-right', options: LlmServerOptions = {}): Promise<LlmServer> {
    const server = new LlmServer(key, options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `${this.options.tls === undefined ? 'http' : 'https'}://${this.host}/v1`;
  }

  replies(...replies: LlmReply[]): void {
    this.questions.length = 0;
    this.offences.length = 0;
    this.#replies = replies;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const authorization = request.headers.authorization ?? '';
    if (this.key !== '' && authorization !== `Bearer ${this.key}`) {
      sendError(response, 401, `Incorrect API key provided: ${authorization.slice(7)}.`);
      return;
    }
    const offence = offenceOf(request, Buffer.concat(chunks).toString('utf8'), this.options);
    if (offence !== undefined) {
      this.offences.push(offence);
      sendError(response, 400, offence);
      return;
    }
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Omit<LlmQuestion, 'authorization'>;
    const question = { ...body, authorization };
    this.questions.push(question);
    const reply = this.#replies[Math.min(this.questions.length, this.#replies.length) - 1];
    if (reply === undefined) sendError(response, 500, 'no reply was prepared');
    else give(reply, question, response);
  }
}

function offenceOf(request: IncomingMessage, text: string, options: LlmServerOptions): string | undefined {
  if (request.method !== 'POST') return `method ${request.method ?? ''}`;
  if (request.url !== '/v1/chat/completions') return `path ${request.url ?? ''}`;
  if (!/^application\/json\b/u.test(request.headers['content-type'] ?? '')) return 'content type';
  return offenceOfBody(text, options);
}

function offenceOfBody(text: string, { shapes = false }: LlmServerOptions): string | undefined {
  const body = JSON.parse(text) as Record<string, unknown>;
  const known = new Set(['model', 'temperature', 'max_tokens', 'messages', ...(shapes ? ['response_format'] : [])]);
  const unknown = Object.keys(body).find((key) => !known.has(key));
  if (unknown !== undefined) return `unknown field ${unknown}`;
  if (typeof body['model'] !== 'string' || body['model'] === '') return 'model';
  if (body['temperature'] !== 0) return 'temperature';
  if (!Number.isSafeInteger(body['max_tokens']) || (body['max_tokens'] as number) < 1) return 'max_tokens';
  const format = body['response_format'] as { type?: unknown; json_schema?: Record<string, unknown> } | undefined;
  if (format !== undefined && (format.type !== 'json_schema' || typeof format.json_schema?.['schema'] !== 'object'))
    return 'response_format';
  const messages = body['messages'];
  if (!Array.isArray(messages) || messages.length === 0) return 'messages';
  return messages.every(isMessage) ? undefined : 'a message';
}

function isMessage(message: unknown): boolean {
  const { role, content } = message as { role?: unknown; content?: unknown };
  return (role === 'system' || role === 'user' || role === 'assistant') && typeof content === 'string';
}

function sendError(response: ServerResponse, status: number, message: string, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error: { message, type: 'invalid_request_error', code: null, param: null } }));
}

function give(reply: LlmReply, question: LlmQuestion, response: ServerResponse): void {
  const { model } = question;
  switch (reply.kind) {
    case 'answer':
      sendJson(response, completion(model, reply.text, reply.finish ?? 'stop', reply.bare === true));
      break;
    case 'model':
      setTimeout(() => {
        sendJson(response, completion(model, reply.answer(question), 'stop', reply.bare === true));
      }, reply.delayMs ?? 0);
      break;
    case 'refusal': {
      const message = { role: 'assistant', content: null, refusal: reply.text };
      sendJson(response, { model, choices: [{ index: 0, message, finish_reason: 'stop' }] });
      break;
    }
    case 'status':
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      response.end(reply.body ?? JSON.stringify({ error: { message: `status ${reply.status}` } }));
      break;
    case 'raw':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(reply.body);
      break;
    case 'cut':
      response.destroy();
      break;
    case 'half':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"choices": [', () => response.destroy());
      break;
    case 'endless':
      pour(response);
      break;
    case 'trickle':
      trickle(response);
      break;
    case 'silent':
      break;
  }
}

function completion(model: string, text: string, finish: string, bare: boolean): unknown {
  const choices = [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: finish }];
  if (bare) return { choices };
  const usage = { prompt_tokens: 120, completion_tokens: 45, total_tokens: 165 };
  return { id: 'chatcmpl-1', object: 'chat.completion', created: 1_730_000_000, model, choices, usage };
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Bytes without end, as fast as they are taken. */
function pour(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const block = Buffer.alloc(64 * 1024, ' ');
  const more = (): void => {
    while (!response.destroyed && response.write(block));
  };
  response.on('drain', more);
  more();
}

/** A byte now and then, so that the connection never looks idle. */
function trickle(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => {
    clearInterval(timer);
  });
}
