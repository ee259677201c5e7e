import { expect } from 'chai';
import fc from 'fast-check';
import { addDays, parseCalendarDay, type CalendarDay } from '#etalon/domain/time/calendar-day.js';
import { TimeZone } from '#etalon/domain/time/time-zone.js';

const HOUR = 3_600_000;
const zone = (name: string): TimeZone => TimeZone.named(name)!;
const day = (text: string): CalendarDay => parseCalendarDay(text)!;

describe('TimeZone', () => {
  it('knows no zone of an invented name', () => {
    expect(TimeZone.named('Mars/Olympus')).to.equal(undefined);
    expect(TimeZone.named('')).to.equal(undefined);
  });

  it('gives the calendar day on which a moment falls', () => {
    const moment = Date.UTC(2024, 10, 3, 21, 0);
    expect(zone('Europe/Moscow').dayOf(moment)).to.equal('2024-11-04');
    expect(zone('Europe/Moscow').dayOf(moment - 1)).to.equal('2024-11-03');
    expect(zone('America/New_York').dayOf(moment)).to.equal('2024-11-03');
  });

  it('has days of 23 and 25 hours where clocks change', () => {
    const berlin = zone('Europe/Berlin');
    const length = (text: string): number => berlin.endOf(day(text)) + 1 - berlin.startOf(day(text));
    expect(length('2024-03-31')).to.equal(23 * HOUR);
    expect(length('2024-10-27')).to.equal(25 * HOUR);
    expect(length('2024-06-01')).to.equal(24 * HOUR);
  });

  it('starts a day after the gap where clocks skip midnight', () => {
    const start = zone('America/Sao_Paulo').startOf(day('2017-10-15'));
    expect(new Date(start).toISOString()).to.equal('2017-10-15T03:00:00.000Z');
    expect(zone('America/Sao_Paulo').endOf(day('2017-10-14'))).to.equal(start - 1);
  });

  it('takes the first of two moments that a clock shows alike', () => {
    const twice = zone('Europe/Berlin').fromLocal(Date.UTC(2024, 9, 27, 2, 30));
    expect(new Date(twice).toISOString()).to.equal('2024-10-27T00:30:00.000Z');
  });

  it('moves a time that a clock skips behind the gap', () => {
    const skipped = zone('Europe/Berlin').fromLocal(Date.UTC(2024, 2, 31, 2, 30));
    expect(new Date(skipped).toISOString()).to.equal('2024-03-31T01:00:00.000Z');
  });

  it('keeps days without gaps or overlaps, and every moment inside its own day', () => {
    const names = [
      'Europe/Moscow',
      'Europe/Berlin',
      'Asia/Kolkata',
      'America/Sao_Paulo',
      'Pacific/Apia',
      'Australia/Lord_Howe',
    ];
    const moments = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2037, 11, 31) });
    fc.assert(
      fc.property(fc.constantFrom(...names), moments, (name, moment) => {
        const here = zone(name);
        const today = here.dayOf(moment);
        expect(here.startOf(today)).to.be.at.most(moment);
        expect(here.endOf(today)).to.be.at.least(moment);
        expect(here.endOf(today) + 1).to.equal(here.startOf(addDays(today, 1)));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('keeps answering right when more moments are asked about than it remembers', () => {
    const moscow = zone('Europe/Moscow');
    for (let index = 0; index < 10_100; index += 1) moscow.dayOf(index * 900_000);
    expect(moscow.dayOf(0)).to.equal('1970-01-01');
  });
});
