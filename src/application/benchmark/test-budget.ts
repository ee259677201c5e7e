import type { RunBudget } from '../../domain/benchmark/benchmark-run.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { addUsage, NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { CallAllowance, Judge } from '../ports/judge.port.js';

/** A judge that is going to test itself, and what may be spent. */
export interface TestedBudget {
  readonly judge: Pick<Judge, 'selfTestCost'>;
  readonly budget: RunBudget;
  /** What was spent before, as by a test that failed in an earlier part of the run. */
  readonly spent: JudgeUsage;
  /** How often each sample is judged. */
  readonly repeats: number;
}

/**
 * The part of a budget that a judge's test of itself may use. Calls are counted before they are made; tokens are known
 * only afterwards, so the estimate of the whole test is held against their budget beforehand.
 */
export class TestBudget implements CallAllowance {
  /** What has to be allowed for the test and a first sample, if no call has to be repeated. */
  readonly #least: { readonly calls: number; readonly tokens: number };
  #taken = 0;
  #enough = true;

  constructor(private readonly tested: TestedBudget) {
    const { judge, spent, repeats } = tested;
    const { calls, tokensIn, tokensOut } = addUsage(spent, judge.selfTestCost?.() ?? NO_USAGE);
    this.#least = { calls: calls + repeats, tokens: tokensIn + tokensOut + 1 };
  }

  /** Whether the budget pays for more than the test. */
  get suffices(): boolean {
    const { calls, tokens } = this.tested.budget;
    return (calls === null || calls >= this.#least.calls) && (tokens === null || tokens >= this.#least.tokens);
  }

  /** The calls that were allowed. */
  get taken(): number {
    return this.#taken;
  }

  take(): boolean {
    const { budget, spent } = this.tested;
    this.#enough &&= budget.calls === null || spent.calls + this.#taken < budget.calls;
    if (this.#enough) this.#taken += 1;
    return this.#enough;
  }

  /** @throws BENCHMARK_BUDGET_TOO_SMALL when no sample could be judged after the test. */
  refuseTooSmall(): void {
    if (!this.suffices) throw this.#tooSmall('does not pay for the test of the judge and a first sample');
  }

  /** @throws BENCHMARK_BUDGET_TOO_SMALL when a call was turned away: then a failed test says nothing of the judge. */
  refuseUsedUp(): void {
    if (!this.#enough) throw this.#tooSmall('was used up by the test of the judge, in which calls had to be repeated');
  }

  #tooSmall(why: string): EtalonError {
    const { calls, tokens } = this.tested.budget;
    const bounds = [calls === null ? [] : `${calls} calls`, tokens === null ? [] : `${tokens} tokens`].flat();
    const least = [
      calls === null ? [] : `${this.#least.calls} calls`,
      tokens === null ? [] : `${this.#least.tokens} tokens`,
    ].flat();
    return new EtalonError('BENCHMARK_BUDGET_TOO_SMALL', `The budget of ${bounds.join(' and ')} ${why}.`, {
      hint: `Allow ${least.join(' and ')} at least, more where calls may have to be repeated, in a new command.`,
      details: { calls, tokens, least_calls: this.#least.calls, least_tokens: this.#least.tokens },
    });
  }
}
