import { parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { TimeWindow } from '#etalon/domain/time/time-window.js';
import { TimeZone } from '#etalon/domain/time/time-zone.js';
import { daySegments } from '#etalon/infrastructure/persistence/mongodb/day-segments.js';
import { expect } from 'chai';

function segments(last: string, days: number, zone: string): [number, number][] {
  const window = TimeWindow.endingOn(parseCalendarDay(last)!, days, TimeZone.named(zone)!);
  return daySegments(window).map(({ index, days: length }) => [index, length]);
}

describe('daySegments', () => {
  it('cuts a window where clocks change', () => {
    expect(segments('2024-12-03', 30, 'Europe/Moscow')).to.deep.equal([[0, 30]]);
    expect(segments('2024-04-05', 10, 'Europe/Berlin')).to.deep.equal([
      [0, 5],
      [5, 5],
    ]);
    expect(segments('2011-12-31', 3, 'Pacific/Apia')).to.deep.equal([
      [0, 2],
      [2, 1],
    ]);
    expect(segments('2024-12-31', 366, 'America/New_York')).to.have.length(3);
  });
});
