import type { Hasher } from '../../../application/ports/hasher.port.js';
import type { CallAllowance, Judge, Judgement, JudgeSelfTest } from '../../../application/ports/judge.port.js';
import type { LlmAnswer, LlmCallOptions, LlmPort, LlmRequest } from '../../../application/ports/llm.port.js';
import type { Logger } from '../../../application/ports/logger.port.js';
import type { JudgeUsage } from '../../../domain/benchmark/judge-usage.js';
import { addUsage, NO_USAGE } from '../../../domain/benchmark/judge-usage.js';
import { SCORE_NAMES } from '../../../domain/dataset/judge-scores.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { LlmAnswerCache } from '../../llm/llm-answer-cache.js';
import type { Prompt } from '../../llm/prompt.js';
import { estimateTokens } from './estimate-tokens.js';
import { judgeFault, malformed } from './judge-fault.js';
import { promptHash } from './judge-prompt.js';
import type { JudgeAnswer } from './judge-answer.js';
import { readJudgeAnswer } from './judge-answer.js';
import type { JudgeQuestion, JudgeQuestionStyle } from './judge-question.js';
import { judgeQuestion } from './judge-question.js';
import { probeSamples, selfTest } from './self-test.js';

/** Asked once more when an answer cannot be used: what a model says differs even at temperature 0. */
const ANSWERS = 2;
const UNLIMITED: CallAllowance = { take: () => true };

/** What the judge works with. */
export interface LlmJudgeParts {
  readonly llm: LlmPort;
  readonly answers: LlmAnswerCache;
  readonly hasher: Hasher;
  readonly logger: Logger;
  readonly prompt: Prompt;
  /** What is judged, which says what the test of itself is made of. */
  readonly kind: SampleKind;
  readonly redact: boolean;
}

type AskOptions = LlmCallOptions & { readonly allowed: () => boolean };
type Asked = Extract<JudgeQuestion, { readonly request: LlmRequest }>;
type Scored = Extract<JudgeAnswer, { readonly notes: string }>;

/** A language model that scores by a rubric in Russian. */
export class LlmJudge implements Judge {
  readonly kind = 'llm';
  readonly model: string;
  readonly promptVersion: string;
  readonly promptHash: string;
  readonly cost = 'metered';
  readonly metrics = SCORE_NAMES;
  readonly #style: JudgeQuestionStyle;
  #warned = false;

  constructor(private readonly parts: LlmJudgeParts) {
    const { llm, hasher, prompt, redact } = parts;
    this.#style = { prompt, redact, hash: (text) => hasher.hash(text) };
    this.model = llm.model;
    this.promptVersion = prompt.version;
    this.promptHash = promptHash(this.#style);
  }

  async judge(
    sample: ExportRecord,
    signal?: AbortSignal,
    attempt = 1,
    allowance: CallAllowance = UNLIMITED,
  ): Promise<Judgement> {
    const question = judgeQuestion(sample, this.#style);
    if ('unscored' in question) return { status: 'unscored', reason: question.unscored, usage: NO_USAGE };
    const kept = attempt === 1 ? await this.#kept(question) : undefined;
    if (kept !== undefined) return scored(kept, question, { ...NO_USAGE, cacheHits: 1 });
    return await this.#ask(question, { signal, allowed: () => allowance.take() }, attempt === 1);
  }

  estimate(sample: ExportRecord): JudgeUsage {
    const question = judgeQuestion(sample, this.#style);
    return 'unscored' in question ? NO_USAGE : estimateTokens(question.request);
  }

  selfTest(signal?: AbortSignal, allowance: CallAllowance = UNLIMITED): Promise<JudgeSelfTest> {
    return selfTest(this, this.parts.kind, { signal, allowance });
  }

  selfTestCost(): JudgeUsage {
    const costs = probeSamples(this.parts.kind).map(({ record }) => this.estimate(record));
    return costs.reduce(addUsage, NO_USAGE);
  }

  async #ask(question: Asked, options: AskOptions, keep: boolean): Promise<Judgement> {
    let usage = NO_USAGE;
    const meter = (spent: Omit<JudgeUsage, 'cacheHits'>): void => {
      usage = addUsage(usage, { ...spent, cacheHits: 0 });
    };
    try {
      const { answer, read } = await this.#answered(question, { ...options, meter });
      if ('problem' in read) return { ...malformed(read.problem), usage };
      if (keep) this.#keep(question, answer);
      return scored(read, question, usage);
    } catch (error) {
      return { ...judgeFault(error), usage };
    }
  }

  async #answered({ request, mark }: Asked, options: AskOptions) {
    for (let asked = 1; ; asked += 1) {
      const answer = await this.parts.llm.complete(request, options);
      const read = readJudgeAnswer(answer.text, mark);
      if ('notes' in read || asked === ANSWERS || !options.allowed()) return { answer, read };
    }
  }

  async #kept({ request, mark }: Asked): Promise<Scored | undefined> {
    const answer = await this.parts.answers.read(this.model, request);
    const read = answer === undefined ? undefined : readJudgeAnswer(answer.text, mark);
    return read !== undefined && 'notes' in read ? read : undefined;
  }

  /** Nobody waits for it: a judgement that cannot be kept is a judgement all the same. */
  #keep({ request }: Asked, answer: LlmAnswer): void {
    this.parts.answers.write(this.model, request, answer).catch((error: unknown) => {
      if (!this.#warned) this.parts.logger.warn('answers of the judge cannot be kept', { error });
      this.#warned = true;
    });
  }
}

function scored({ scores, notes }: Scored, { caveat }: Asked, usage: JudgeUsage): Judgement {
  const all = [notes.trim(), caveat].filter((part) => part !== '').join(' ');
  return { status: 'scored', scores: { ...scores }, notes: all, usage };
}
