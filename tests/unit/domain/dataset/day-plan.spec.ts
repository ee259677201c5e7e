import { expect } from 'chai';
import { planDays } from '#etalon/domain/dataset/day-plan.js';
import { addDays, parseCalendarDay, type CalendarDay } from '#etalon/domain/time/calendar-day.js';

const first = parseCalendarDay('2024-11-01')!;
const days = Array.from({ length: 10 }, (_, index) => addDays(first, index));
const at = (index: number): CalendarDay => days[index]!;

/** A stream that repeats the numbers it was given. */
const stream = (...numbers: number[]) => {
  let index = 0;
  return { next: () => numbers[index++ % numbers.length]!, integer: (bound: number) => index % bound };
};
const posts = (counts: Record<number, number>): ReadonlyMap<CalendarDay, number> =>
  new Map(Object.entries(counts).map(([index, count]) => [at(Number(index)), count]));

describe('planDays', () => {
  it('gives a real digest to every day with three posts, above the floor too', () => {
    const plan = planDays({ days, posts: posts({ 0: 3, 1: 2, 2: 30 }), storedReal: new Set(), floor: 1 }, stream(0.5));
    expect(plan.real).to.deep.equal([at(0), at(2)]);
    expect(plan.backfill).to.deep.equal([]);
    expect(plan.empty).to.have.length(8);
  });

  it('fills up to the floor and not beyond, days with some posts first', () => {
    const input = { days, posts: posts({ 0: 3, 4: 1, 7: 2 }), storedReal: new Set<CalendarDay>(), floor: 4 };
    const plan = planDays(input, stream(0.9, 0.1, 0.5, 0.3));
    expect(plan.backfill).to.have.length(3);
    expect(plan.backfill).to.include.members([at(4), at(7)]);
    expect(plan.real.length + plan.backfill.length + plan.empty.length).to.equal(10);
  });

  it('counts days that the store holds for real and leaves them alone', () => {
    const storedReal = new Set([at(1), at(2)]);
    const plan = planDays({ days, posts: posts({}), storedReal, floor: 3 }, stream(0.2, 0.1));
    expect(plan.backfill).to.have.length(1);
    expect([...plan.backfill, ...plan.empty]).to.not.include.members([at(1)]);
  });

  it('chooses the same days for the same stream', () => {
    const input = { days, posts: posts({}), storedReal: new Set<CalendarDay>(), floor: 5 };
    const chosen = planDays(input, stream(0.4, 0.8, 0.1, 0.6)).backfill;
    expect(planDays(input, stream(0.4, 0.8, 0.1, 0.6)).backfill).to.deep.equal(chosen);
    expect([...chosen].sort()).to.deep.equal(chosen);
  });
});
