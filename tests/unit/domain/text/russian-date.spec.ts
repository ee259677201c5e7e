import { expect } from 'chai';
import { parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { russianDate, russianDayAndMonth } from '#etalon/domain/text/russian-date.js';

const day = (text: string) => parseCalendarDay(text)!;

describe('russianDate', () => {
  it('writes day, month in the genitive, and year', () => {
    expect(russianDate(day('2024-11-03'))).to.equal('3 ноября 2024 года');
    expect(russianDate(day('2025-01-31'))).to.equal('31 января 2025 года');
  });

  it('knows every month', () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      russianDayAndMonth(day(`2024-${String(index + 1).padStart(2, '0')}-10`)),
    );
    expect(months.join(', ')).to.equal(
      '10 января, 10 февраля, 10 марта, 10 апреля, 10 мая, 10 июня, 10 июля, 10 августа, ' +
        '10 сентября, 10 октября, 10 ноября, 10 декабря',
    );
  });
});
