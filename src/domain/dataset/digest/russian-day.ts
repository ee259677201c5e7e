import type { CalendarDay } from '../../time/calendar-day.js';

const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

/** A day as Russian prose writes it: "4 ноября 2024 года". */
export function russianDay(day: CalendarDay): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1] ?? ''} ${year} года`;
}
