import type { RandomSource } from '../../shared/random-source.js';
import { counted } from '../../text/russian-plural.js';
import { russianDayAndMonth } from '../../text/russian-date.js';
import type { CalendarDay } from '../../time/calendar-day.js';
import type { Channel } from '../channel.js';
import type { Post } from '../post.js';
import type { PostTemplate } from './template-grammar.js';

/** The channel and the day for which a post is made. */
interface Place {
  readonly channel: Channel;
  readonly day: CalendarDay;
}

/** What every text of the grammar says first, so that nobody takes it for news. */
const FRAME = 'Учебная заметка';

/** Makes a post from a template; the frame in its headline says that it is made up. */
export function templatePost(template: PostTemplate, place: Place, random: RandomSource): Post {
  const fill = filler(template, place, random);
  const title = `${FRAME}. ${fill(drawn(template.titles, random))}`;
  const lead = fill(drawn(template.leads, random));
  const details = template.details.filter(() => random.next() < 0.6).map(fill);
  return {
    title,
    summary: lead,
    text: `${title}.\n\n${[lead, ...details].join(' ')}`,
    provenance: 'synthetic',
  };
}

function filler({ numbers }: PostTemplate, { channel, day }: Place, random: RandomSource): (text: string) => string {
  const values = numbers.map(({ low, high, noun }) => counted(evenly(low, high, random), noun));
  return (text) =>
    text
      .replaceAll('{channel}', channel)
      .replaceAll('{date}', russianDayAndMonth(day))
      .replace(/\{(\d)\}/gu, (_, index: string) => values[Number(index)] ?? '');
}

/** A number whose verb is a plural: those that end in 1 (but for 11) are passed over. */
function evenly(low: number, high: number, random: RandomSource): number {
  const value = low + random.integer(high - low + 1);
  return value % 10 === 1 && value % 100 !== 11 ? value + 1 : value;
}

function drawn(texts: readonly string[], random: RandomSource): string {
  return texts[random.integer(texts.length)] ?? '';
}
