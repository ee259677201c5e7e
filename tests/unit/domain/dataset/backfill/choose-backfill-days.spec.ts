import { expect } from 'chai';
import fc from 'fast-check';
import { chooseBackfillDays } from '#etalon/domain/dataset/backfill/choose-backfill-days.js';
import { addDays, parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { seededSource } from './seeded-source.js';

const FIRST = parseCalendarDay('2024-11-04')!;
const gap = (offset: number, realPosts: number) => ({ day: addDays(FIRST, offset), realPosts });

describe('chooseBackfillDays', () => {
  it('prefers days that have posts of their own', () => {
    const gaps = [gap(0, 0), gap(1, 2), gap(2, 0), gap(3, 1), gap(4, 0)];
    expect(chooseBackfillDays(gaps, 2, seededSource(1))).to.deep.equal(['2024-11-05', '2024-11-07']);
  });

  it('answers in the order of the calendar', () => {
    const gaps = [gap(3, 1), gap(1, 2), gap(2, 0)];
    expect(chooseBackfillDays(gaps, 3, seededSource(1))).to.deep.equal(['2024-11-05', '2024-11-06', '2024-11-07']);
  });

  it('lets the seed choose among equals', () => {
    const gaps = Array.from({ length: 20 }, (_, index) => gap(index, 0));
    const choices = [1, 2, 3, 4].map((seed) => chooseBackfillDays(gaps, 3, seededSource(seed)).join());
    expect(new Set(choices).size).to.be.above(1);
  });

  it('fills nothing when nothing is needed, and everything when more is needed than there is', () => {
    const gaps = [gap(0, 0), gap(1, 0)];
    expect(chooseBackfillDays(gaps, 0, seededSource(1))).to.deep.equal([]);
    expect(chooseBackfillDays(gaps, -3, seededSource(1))).to.deep.equal([]);
    expect(chooseBackfillDays(gaps, 9, seededSource(1))).to.have.length(2);
  });

  it('does not depend on the order of the gaps', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(30), fc.uniqueArray(fc.nat(40)), (seed, needed, offsets) => {
        const gaps = offsets.map((offset) => gap(offset, offset % 3));
        const one = chooseBackfillDays(gaps, needed, seededSource(seed));
        const other = chooseBackfillDays([...gaps].reverse(), needed, seededSource(seed));
        expect(one).to.deep.equal(other);
        expect(new Set(one).size).to.equal(Math.min(needed, gaps.length));
      }),
    );
  });
});
