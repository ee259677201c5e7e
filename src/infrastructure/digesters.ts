import type { Clock } from '../application/ports/clock.port.js';
import type { Digester, DigesterRegistry } from '../application/ports/digester.port.js';
import type { Settings } from '../application/ports/settings.port.js';
import type { TextTools } from '../application/ports/text-tools.port.js';
import type { LlmAnswerCache } from './llm/llm-answer-cache.js';
import { configuredEndpoint } from './llm/llm-endpoint.js';
import { LlmDigester } from './llm/llm-digester.js';
import { OpenAiLlm } from './llm/open-ai-llm.js';
import { readPrompt } from './llm/prompt.js';
import { ExtractiveDigester } from './text/extractive-digester.js';

const PROMPT = 'digest.ru';

/** The digesters that this package brings. */
export class Digesters implements DigesterRegistry {
  constructor(
    private readonly settings: Pick<Settings, 'llm' | 'configDirs' | 'redact'>,
    private readonly clock: Clock,
    private readonly textTools: TextTools,
    private readonly answers: LlmAnswerCache,
  ) {}

  /** @throws LLM_NOT_CONFIGURED, CONFIG_NOT_FOUND, CONFIG_INVALID (the prompt) */
  named(name: 'extractive' | 'llm'): Digester {
    return name === 'extractive' ? new ExtractiveDigester(this.textTools) : this.#llmDigester();
  }

  #llmDigester(): Digester {
    const { llm, configDirs, redact } = this.settings;
    const endpoint = new OpenAiLlm(configuredEndpoint(llm, 'The digester "llm"'), this.clock);
    return new LlmDigester(endpoint, this.answers, readPrompt(configDirs, PROMPT), this.textTools, { redact });
  }
}
