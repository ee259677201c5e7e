import type { PlacedSample } from '../ports/judge-pool.port.js';
import type { Expense, Spending } from './spending.js';

/** Lets samples through for as long as the budget lasts; the first one that does not fit ends it and waits in `turnedAway`. */
export class BudgetGate implements AsyncIterable<PlacedSample> {
  /** The sample that did not fit any more; those after it are still in the source. */
  turnedAway: PlacedSample | undefined;

  constructor(
    private readonly source: AsyncIterator<PlacedSample>,
    private readonly spending: Spending,
    private readonly needOf: (sample: PlacedSample) => Expense,
  ) {}

  async *[Symbol.asyncIterator](): AsyncIterator<PlacedSample> {
    // By hand: a loop would close the source when it ends early.
    for (let next = await this.source.next(); next.done !== true; next = await this.source.next()) {
      if (!(await this.spending.admit(next.value.position, this.needOf(next.value)))) {
        this.turnedAway = next.value;
        return;
      }
      yield next.value;
    }
  }

  /** The sample that was turned away and all that come after it. */
  async *rest(): AsyncIterable<PlacedSample> {
    if (this.turnedAway === undefined) return;
    yield this.turnedAway;
    yield* { [Symbol.asyncIterator]: () => this.source };
  }
}
