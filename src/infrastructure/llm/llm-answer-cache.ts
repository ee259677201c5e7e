import { join } from 'node:path';
import type { Hasher } from '../../application/ports/hasher.port.js';
import type { LlmAnswer, LlmRequest } from '../../application/ports/llm.port.js';
import type { FilePublisher } from '../../application/ports/publisher.port.js';
import { parseJson } from '../../domain/shared/parse-json.js';

const LAYOUT = 1;

/**
 * Good answers as files, `<folder>/<hash>.json`, so that an interrupted seed goes on without paying twice. The hash
 * covers model, prompt and content. A file that cannot be read as an answer counts as none.
 */
export class LlmAnswerCache {
  constructor(
    private readonly folder: string,
    private readonly files: FilePublisher,
    private readonly hasher: Hasher,
  ) {}

  /** The answer to the same question of the same model, with the latency that it had when it was made. */
  async read(model: string, request: LlmRequest): Promise<LlmAnswer | undefined> {
    const content = await this.files.read(this.#path(model, request));
    return content === undefined ? undefined : answerIn(content);
  }

  /** Keeps an answer. @throws FILE_WRITE_FAILED, DISK_FULL */
  async write(model: string, request: LlmRequest, answer: LlmAnswer): Promise<void> {
    const { text, tokensIn, tokensOut, latencySeconds } = answer;
    const content = {
      ...{ schema_version: LAYOUT, model: answer.model, text },
      ...{ tokens_in: tokensIn, tokens_out: tokensOut, latency_seconds: latencySeconds },
    };
    await this.files.publish(this.#path(model, request), `${JSON.stringify(content, undefined, 2)}\n`);
  }

  #path(model: string, { system, user, maxTokens }: LlmRequest): string {
    return join(this.folder, `${this.hasher.hash(JSON.stringify([LAYOUT, model, system, user, maxTokens]))}.json`);
  }
}

function answerIn(content: string): LlmAnswer | undefined {
  const found = parseJson(content) as Partial<Record<string, unknown>> | null | undefined;
  if (found?.['schema_version'] !== LAYOUT) return undefined;
  const { text, model, tokens_in: tokensIn, tokens_out: tokensOut, latency_seconds: latencySeconds } = found;
  if (typeof text !== 'string' || typeof model !== 'string') return undefined;
  if (![tokensIn, tokensOut, latencySeconds].every((value) => typeof value === 'number')) return undefined;
  const [inward, outward, seconds] = [tokensIn, tokensOut, latencySeconds] as [number, number, number];
  return { text, model, tokensIn: inward, tokensOut: outward, latencySeconds: seconds, cached: true };
}
