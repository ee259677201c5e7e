import type { CallAllowance } from '../../ports/judge.port.js';

/** Calls out of a budget for one judgement; `end` when its cost is known and counted. */
export interface Reservation extends CallAllowance {
  readonly end: () => void;
}

/** What is left of a budget of calls. Calls that are under way count until their cost is known. */
export class CallBudget {
  #reserved = 0;

  /** @param spent the calls that are known to have been made. */
  constructor(
    private readonly limit: number,
    private readonly spent: () => number,
  ) {}

  /** Takes a first call for a judgement; `undefined` when there is none left. */
  reserve(): Reservation | undefined {
    if (!this.#take()) return undefined;
    let taken = 1;
    const take = (): boolean => {
      const allowed = this.#take();
      taken += allowed ? 1 : 0;
      return allowed;
    };
    const end = (): void => {
      this.#reserved -= taken;
    };
    return { take, end };
  }

  #take(): boolean {
    if (this.spent() + this.#reserved >= this.limit) return false;
    this.#reserved += 1;
    return true;
  }
}
