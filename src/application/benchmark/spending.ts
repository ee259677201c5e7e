import type { RunBudget } from '../../domain/benchmark/benchmark-run.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { addUsage } from '../../domain/benchmark/judge-usage.js';
import type { CallAllowance } from '../ports/judge.port.js';

/** What judging a sample is going to take. */
export interface Expense {
  readonly calls: number;
  readonly tokens: number;
}

/**
 * What a run has spent, and what is set aside for samples that are being judged, held against its budget. Calls are set
 * aside before they are made, so they never exceed it however many samples are judged at once; tokens are known only
 * afterwards, so samples that are under way may exceed it by what their estimate was wrong.
 */
export class Spending {
  #usage: JudgeUsage;
  readonly #aside = new Map<number, Expense>();
  #calls = 0;
  #tokens = 0;
  #waiting: (() => void)[] = [];
  #exhausted: boolean;

  /** @param already what was spent before, as by the part of a run that is resumed, and whether that was all there was. */
  constructor(
    private readonly budget: RunBudget,
    already: { readonly usage: JudgeUsage; readonly exhausted: boolean },
  ) {
    this.#usage = already.usage;
    this.#exhausted = already.exhausted;
  }

  get usage(): JudgeUsage {
    return this.#usage;
  }

  /** Whether a sample was turned away. */
  get exhausted(): boolean {
    return this.#exhausted;
  }

  /**
   * Sets aside what a sample will take; waits for others when it does not fit yet.
   *
   * @returns whether it may be judged; once one may not, none may.
   */
  async admit(position: number, need: Expense): Promise<boolean> {
    while (!this.#exhausted && !this.#fits(need)) {
      if (this.#aside.size === 0) this.#exhausted = true;
      else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (!this.#exhausted) this.#setAside(position, need);
    return !this.#exhausted;
  }

  /** What a judge asks that needs another call for a sample. */
  allowance(position: number): CallAllowance {
    return { take: () => this.#takeCall(position) };
  }

  /** Notes what a sample really took. */
  settle(position: number, usage: JudgeUsage): void {
    this.#usage = addUsage(this.#usage, usage);
    const aside = this.#aside.get(position);
    if (aside === undefined) return;
    this.#aside.delete(position);
    this.#calls -= aside.calls;
    this.#tokens -= aside.tokens;
    const woken = this.#waiting;
    this.#waiting = [];
    for (const wake of woken) wake();
  }

  #fits({ calls, tokens }: Expense): boolean {
    const { calls: mostCalls, tokens: mostTokens } = this.budget;
    const spentTokens = this.#usage.tokensIn + this.#usage.tokensOut + this.#tokens;
    if (mostCalls !== null && this.#usage.calls + this.#calls + calls > mostCalls) return false;
    return mostTokens === null || (spentTokens < mostTokens && spentTokens + tokens <= mostTokens);
  }

  #setAside(position: number, need: Expense): void {
    const before = this.#aside.get(position) ?? { calls: 0, tokens: 0 };
    this.#aside.set(position, { calls: before.calls + need.calls, tokens: before.tokens + need.tokens });
    this.#calls += need.calls;
    this.#tokens += need.tokens;
  }

  #takeCall(position: number): boolean {
    const one = { calls: 1, tokens: 0 };
    if (!this.#fits(one)) return false;
    this.#setAside(position, one);
    return true;
  }
}
