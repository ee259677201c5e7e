import type { Digester, DigestRequest } from '../../application/ports/digester.port.js';
import type { LlmAnswer, LlmPort, LlmRequest } from '../../application/ports/llm.port.js';
import type { TextTools } from '../../application/ports/text-tools.port.js';
import { checkedDigest } from './checked-digest.js';
import type { QuestionStyle } from './digest-question.js';
import { answerLimit, digestQuestion } from './digest-question.js';
import type { LlmAnswerCache } from './llm-answer-cache.js';
import type { Prompt } from './prompt.js';

/** A digest written by a language model: asked once a day of posts, checked, and kept. */
export class LlmDigester implements Digester {
  readonly name = 'llm';
  readonly version: string;
  readonly model: string;
  readonly featureFlags = {
    use_new_summarization: true,
    enable_quality_evaluation: false,
    enable_async_long_summarization: false,
  };

  constructor(
    private readonly llm: LlmPort,
    private readonly cache: LlmAnswerCache,
    private readonly prompt: Prompt,
    private readonly textTools: TextTools,
    private readonly style: QuestionStyle,
  ) {
    this.version = prompt.version;
    this.model = llm.model;
  }

  async digest(request: DigestRequest): Promise<{ readonly markdown: string; readonly latencySeconds?: number }> {
    const question = digestQuestion(this.prompt, request, this.style);
    const kept = await this.cache.read(this.model, question);
    if (kept !== undefined) return { markdown: this.#checked(kept, request), latencySeconds: kept.latencySeconds };
    return { markdown: await this.#asked(question, request) };
  }

  /** Only an answer that passed the checks is kept: a bad one must not come back from the cache. */
  async #asked(question: LlmRequest, request: DigestRequest): Promise<string> {
    const answer = await this.llm.complete(question);
    const markdown = this.#checked(answer, request);
    await this.cache.write(this.model, question, answer);
    return markdown;
  }

  #checked({ text }: LlmAnswer, { channel, day, posts }: DigestRequest): string {
    const detect = (sample: string): string => this.textTools.detectLanguage(sample);
    return checkedDigest(text, { channel, day, limit: answerLimit(posts), model: this.model }, detect);
  }
}
