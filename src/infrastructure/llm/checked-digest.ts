import type { Channel } from '../../domain/dataset/channel.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { plainText } from '../../domain/text/plain-text.js';
import { russianDate } from '../../domain/text/russian-date.js';
import { isRussian } from '../../domain/text/russian.js';
import type { CalendarDay } from '../../domain/time/calendar-day.js';

/** What an answer must fit. */
export interface DigestBounds {
  readonly channel: Channel;
  readonly day: CalendarDay;
  /** The characters that were asked for; twice as many are put up with. */
  readonly limit: number;
  readonly model: string;
}

const WRAPPED = /^```(?:markdown|md)?\n([\s\S]*?)\n?```$/u;
const THOUGHTS = /^<think>[\s\S]*?<\/think>/u;
const LINK = /!?\[([^\]]*)\]\([^)\s]*\)|<?(?:https?:\/\/|www\.|t\.me\/)\S+>?/giu;
const HEADING = /^#{1,3} .*[А-ЯЁа-яё]/mu;
const LENIENCE = 2;

/**
 * A model's answer as a digest: freed of a code fence around it, of reasoning before it and of links; the day's heading
 * put before it where it lacks one.
 *
 * @throws LLM_BAD_ANSWER when it is empty, not Russian, without headings, or much longer than was asked for.
 */
export function checkedDigest(answer: string, bounds: DigestBounds, detectLanguage: (text: string) => string): string {
  const unwrapped = answer.trim().replace(THOUGHTS, '').trim().replace(WRAPPED, '$1');
  const text = unwrapped.replace(LINK, '$1').trim();
  const prose = plainText(text);
  if (prose === '') throw unusable('is empty', bounds);
  if (!isRussian(prose, detectLanguage)) throw unusable('is not in Russian', bounds);
  if (!HEADING.test(text)) throw unusable('has no Russian headings', bounds);
  if (prose.length > bounds.limit * LENIENCE) throw unusable(`is longer than ${bounds.limit} characters`, bounds);
  return `${text.startsWith('# ') ? text : `# Дайджест ${bounds.channel} за ${russianDate(bounds.day)}\n\n${text}`}\n`;
}

function unusable(what: string, { channel, day, model }: DigestBounds): EtalonError {
  return new EtalonError('LLM_BAD_ANSWER', `The digest of ${channel} for ${day} that ${model} wrote ${what}`, {
    details: { channel, day, model },
  });
}
