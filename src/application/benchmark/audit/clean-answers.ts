import type { Answer, AuditQuestions } from './audit-questions.js';
import type { CleanSample } from './clean-samples.js';

/** The judge's word on good summaries; it is asked once, when somebody wants to know. */
export class CleanAnswers {
  readonly #known = new Map<CleanSample, Answer>();

  constructor(private readonly questions: AuditQuestions) {}

  /** @returns the answers to these and maybe others */
  async of(samples: readonly CleanSample[]): Promise<ReadonlyMap<CleanSample, Answer>> {
    const open = new Set(samples.filter((sample) => !this.#known.has(sample)));
    const found = await this.questions.ask([...open].map((sample) => [sample, sample.record] as const));
    for (const [sample, answer] of found) this.#known.set(sample, answer);
    return this.#known;
  }
}
