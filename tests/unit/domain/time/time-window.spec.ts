import { expect } from 'chai';
import { parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { TimeWindow } from '#etalon/domain/time/time-window.js';
import { TimeZone } from '#etalon/domain/time/time-zone.js';

const moscow = TimeZone.named('Europe/Moscow')!;
const last = parseCalendarDay('2024-12-03')!;

describe('TimeWindow', () => {
  it('ends on its last day and counts it', () => {
    const window = TimeWindow.endingOn(last, 30, moscow);
    expect([window.first, window.last, window.days]).to.deep.equal(['2024-11-04', '2024-12-03', 30]);
    expect(window.list()).to.have.length(30);
    expect(window.list()[29]).to.equal('2024-12-03');
  });

  it('holds its first and last millisecond and nothing beyond', () => {
    const window = TimeWindow.endingOn(last, 1, moscow);
    expect(new Date(window.end).toISOString()).to.equal('2024-12-03T20:59:59.999Z');
    expect(window.contains(window.start) && window.contains(window.end)).to.equal(true);
    expect(window.contains(window.start - 1) || window.contains(window.end + 1)).to.equal(false);
  });

  it('is nothing when its last day comes before its first', () => {
    expect(TimeWindow.between(last, parseCalendarDay('2024-12-02')!, moscow)).to.equal(undefined);
    expect(TimeWindow.between(last, last, moscow)?.days).to.equal(1);
  });
});
