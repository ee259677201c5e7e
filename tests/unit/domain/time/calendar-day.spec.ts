import { expect } from 'chai';
import { addDays, daysBetween, parseCalendarDay } from '#etalon/domain/time/calendar-day.js';

describe('calendar days', () => {
  it('reads days that exist and no others', () => {
    expect(parseCalendarDay('2024-02-29')).to.equal('2024-02-29');
    for (const text of [
      '2024-02-30',
      '2023-02-29',
      '2024-13-01',
      '2024-1-01',
      '1969-12-31',
      '3000-01-01',
      '20241101',
      ' 2024-11-01',
      '',
    ]) {
      expect(parseCalendarDay(text), text).to.equal(undefined);
    }
  });

  it('adds days across months, years and leap days', () => {
    const day = parseCalendarDay('2024-02-28')!;
    expect(addDays(day, 2)).to.equal('2024-03-01');
    expect(addDays(day, -59)).to.equal('2023-12-31');
  });

  it('counts both ends', () => {
    const first = parseCalendarDay('2024-11-04')!;
    expect(daysBetween(first, first)).to.equal(1);
    expect(daysBetween(first, parseCalendarDay('2024-12-03')!)).to.equal(30);
    expect(daysBetween(first, parseCalendarDay('2024-11-03')!)).to.equal(0);
  });
});
