import type { RunBudget } from '../../../domain/benchmark/benchmark-run.js';
import type { JudgeUsage } from '../../../domain/benchmark/judge-usage.js';
import type { Scenario } from '../../../domain/benchmark/scenario.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { JudgedSample, JudgePool, JudgingOrder, PlacedSample } from '../../ports/judge-pool.port.js';
import type { Judge, Judgement } from '../../ports/judge.port.js';
import type { MetricsPort } from '../../ports/metrics.port.js';
import { BudgetGate } from '../budget-gate.js';
import { expenseOf } from '../expense-of.js';
import { refuseInterrupted } from '../interruption.js';
import { observeJudge } from '../observe-judge.js';
import { budgetUsedUp } from '../sample-results.js';
import { Spending } from '../spending.js';
import type { Answer, AuditQuestions } from './audit-questions.js';

/** What an interrupted audit leaves behind. */
export const AUDIT_LEAVES = {
  message: 'The audit was interrupted; nothing was stored.',
  hint: 'Run the same command again.',
};

/** A judge that fails so often in a row is taken to be away. */
const MOST_SILENCE = 20;

/** Who is asked, and within which bounds. */
export interface AskingTask {
  readonly auditId: string;
  readonly scenario: Scenario;
  readonly judge: Judge;
  readonly concurrency: number;
  readonly budget: RunBudget;
  /** What was spent already, on the judge's test of itself. */
  readonly spent: JudgeUsage;
  readonly signal: AbortSignal | undefined;
}

/** Puts the questions of an audit to a judge, as a run would: several at once, within the budget, observed. */
export class Asking implements AuditQuestions {
  readonly #spending: Spending;
  readonly #away = new AbortController();
  readonly #order: JudgingOrder;
  #asked = 0;
  #silence = 0;

  constructor(
    private readonly ports: { readonly pool: JudgePool; readonly metrics: MetricsPort },
    private readonly task: AskingTask,
  ) {
    const { auditId: runId, scenario, judge, concurrency, budget, spent, signal } = task;
    this.#spending = new Spending(budget, { usage: spent, exhausted: false });
    const allowance = this.#spending.allowance.bind(this.#spending);
    const either = AbortSignal.any([this.#away.signal, ...(signal === undefined ? [] : [signal])]);
    this.#order = { runId, scenario, judge, repeats: 1, concurrency, allowance, signal: either };
  }

  /** What was spent so far. */
  get cost(): JudgeUsage {
    return this.#spending.usage;
  }

  async ask<K>(
    questions: Iterable<readonly [K, ExportRecord]>,
    heard?: (answer: Answer) => void,
  ): Promise<ReadonlyMap<K, Answer>> {
    const keys = new Map<number, K>();
    const answers = new Map<K, Answer>();
    for await (const [position, answer] of this.#answers(this.#gate(this.#placed(questions, keys)))) {
      answers.set(keys.get(position) as K, answer);
      heard?.(answer);
    }
    return answers;
  }

  async *#answers(gate: BudgetGate): AsyncGenerator<readonly [number, Answer]> {
    for await (const judged of this.ports.pool.judge(gate, this.#order)) {
      const answer = this.#answerIn(judged);
      if (answer !== undefined) yield [judged.sample.position, answer];
    }
    refuseInterrupted(this.task.signal, AUDIT_LEAVES);
    this.#away.signal.throwIfAborted();
    for await (const { position } of gate.rest()) yield [position, { missing: budgetUsedUp(this.task.budget) }];
  }

  #gate(samples: AsyncIterable<PlacedSample>): BudgetGate {
    const { judge, budget } = this.task;
    const need = ({ record }: PlacedSample) => expenseOf(judge, record, { budget, repeats: 1 });
    return new BudgetGate(samples[Symbol.asyncIterator](), this.#spending, need);
  }

  #answerIn({ sample, judgement, seconds }: JudgedSample): Answer | undefined {
    this.#spending.settle(sample.position, judgement.usage);
    observeJudge(this.ports.metrics, this.task.judge.kind, judgement, seconds);
    this.#listen(judgement);
    if (judgement.status === 'given_up') return undefined;
    if (judgement.status === 'scored') return { scores: judgement.scores };
    return { missing: `${judgement.status}: ${judgement.reason}` };
  }

  /** Asking on where nobody answers would only take time, and an audit without answers is none. */
  #listen(judgement: Judgement): void {
    if (judgement.status === 'given_up') return;
    const failed = judgement.status === 'error' && (judgement.fault === 'failed' || judgement.fault === 'timed_out');
    this.#silence = failed ? this.#silence + 1 : 0;
    if (!failed || this.#silence < MOST_SILENCE) return;
    const { model } = this.task.judge;
    const message = `The judge ${model} gave no answer ${MOST_SILENCE} times in a row, the last time: ${judgement.reason}.`;
    this.#away.abort(new EtalonError('LLM_UNAVAILABLE', message, { details: { judge: model } }));
  }

  /** Lets signals in between two samples. */
  async *#placed<K>(
    questions: Iterable<readonly [K, ExportRecord]>,
    keys: Map<number, K>,
  ): AsyncGenerator<PlacedSample> {
    for (const [key, record] of questions) {
      await new Promise((resolve) => setImmediate(resolve));
      const position = this.#asked;
      this.#asked += 1;
      keys.set(position, key);
      yield { position, record };
    }
  }
}
