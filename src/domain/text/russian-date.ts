import type { CalendarDay } from '../time/calendar-day.js';

const MONTHS_GENITIVE = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** A day as Russian text writes it: "3 ноября 2024 года". */
export function russianDate(day: CalendarDay): string {
  return `${russianDayAndMonth(day)} ${day.slice(0, 4)} года`;
}

/** The same without its year: "3 ноября". */
export function russianDayAndMonth(day: CalendarDay): string {
  const month = MONTHS_GENITIVE[Number(day.slice(5, 7)) - 1] ?? '';
  return `${Number(day.slice(8, 10))} ${month}`;
}
