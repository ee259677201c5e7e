import type { RandomSource } from '../../shared/random-source.js';
import { russianDate, russianDayAndMonth } from '../../text/russian-date.js';
import type { CalendarDay } from '../../time/calendar-day.js';
import type { Post } from '../post.js';
import type { NeighbourPost } from './neighbour-post.js';
import { quotableHeadline, usableSentences, withStop, withoutStop } from './usable-sentences.js';

const EARLIER = [
  (date: string) => `Вспоминаем новость от ${date}`,
  (date: string) => `Возвращаемся к записи от ${date}`,
  (date: string) => `Перечитываем ленту за ${date}`,
  (date: string) => `Повторяем главное за ${date}`,
] as const;
const LATER = [
  (date: string) => `Забегая вперёд, в ленту за ${date}`,
  (date: string) => `Заглядываем в ленту за ${date}`,
  (date: string) => `Из ленты за ${date}`,
] as const;
const LONGEST_HEADLINE = 140;
const MOST_SENTENCES = 3;

/**
 * Tells a neighbouring day's post again, saying from which day it is: a frame with the date, the headline, its first
 * sentences, and sometimes what another post of those days was about.
 *
 * @returns `undefined` when nothing of the post can be told again (a link, a picture, another language).
 */
export function recalledPost(
  source: NeighbourPost,
  companion: NeighbourPost | undefined,
  day: CalendarDay,
  random: RandomSource,
): Post | undefined {
  const usable = usableSentences(source.post);
  const headline = shortened(quotableHeadline(source.post, usable));
  if (usable.length === 0 || headline === '') return undefined;
  const title = `${frame(source.day, day, random)}: ${inQuotes(headline)}`;
  const told = pickedSentences(usable, headline, random);
  const also = companion === undefined ? [] : mentioned(companion, day);
  const text = [withStop(title), told.join(' '), ...also].filter(Boolean).join('\n\n');
  return { title, summary: told[0] ?? withStop(title), text, provenance: 'synthetic' };
}

function frame(source: CalendarDay, day: CalendarDay, random: RandomSource): string {
  const frames = source < day ? EARLIER : LATER;
  const chosen = frames[random.integer(frames.length)] ?? EARLIER[0];
  return chosen(dateFor(source, day));
}

/** The year is only said where it is another one. */
function dateFor(source: CalendarDay, day: CalendarDay): string {
  return source.slice(0, 4) === day.slice(0, 4) ? russianDayAndMonth(source) : russianDate(source);
}

/** The first one to three sentences, the headline's own left out: later ones lean on what stands before them. */
function pickedSentences(usable: readonly string[], headline: string, random: RandomSource): readonly string[] {
  const others = usable.filter((sentence) => !headline.includes(withoutStop(sentence)));
  return others.slice(0, 1 + random.integer(MOST_SENTENCES));
}

function mentioned({ day: source, post }: NeighbourPost, day: CalendarDay): readonly string[] {
  const headline = shortened(quotableHeadline(post, usableSentences(post)));
  if (headline === '') return [];
  const verb = source < day ? 'канал писал' : 'канал напишет';
  return [`А ${dateFor(source, day)} ${verb} вот о чём: ${inQuotes(headline)}.`];
}

/** Marks inside become „“, as Russian typography asks. */
function inQuotes(headline: string): string {
  return `«${headline.replaceAll('«', '„').replaceAll('»', '“')}»`;
}

/** Cut at a word, so that a headline stays one. */
function shortened(headline: string): string {
  if (headline.length <= LONGEST_HEADLINE) return headline;
  const cut = headline.slice(0, LONGEST_HEADLINE);
  return `${withoutStop(cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)))}…`;
}
