import { setImmediate } from 'node:timers/promises';
import type { Digester, DigestRequest } from '../../application/ports/digester.port.js';
import type { TextTools } from '../../application/ports/text-tools.port.js';
import { summariseDay } from '../../domain/dataset/digest/summarise-day.js';

/** The built-in summariser: sentences of the posts themselves, chosen over Russian stems; no model, no network. */
export class ExtractiveDigester implements Digester {
  readonly name = 'extractive';
  readonly version = '1';
  readonly model = 'etalon-extractive-1';
  readonly featureFlags = {
    use_new_summarization: true,
    enable_quality_evaluation: false,
    enable_async_long_summarization: false,
  };

  constructor(private readonly textTools: TextTools) {}

  /** Before each day other work of the process gets its turn: signals above all. */
  async digest(request: DigestRequest): Promise<{ readonly markdown: string }> {
    await setImmediate();
    return { markdown: summariseDay(request, (word) => this.textTools.stem(word)) };
  }
}
