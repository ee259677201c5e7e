import type { SkipReason } from '../../application/ports/post-source.port.js';
import type { Instant } from '../../domain/time/instant.js';
import { isPlausibleInstant } from '../../domain/time/instant.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import { entityMarkdown } from './entity-markdown.js';
import { textLength } from './text-entity.js';

/** A message of an export as it was parsed: nothing in it can be relied on. */
type RawMessage = Readonly<Record<string, unknown>>;

/** What a message is: a post, no post for a reason, or nothing that a message may be. */
export type MessageContent =
  | {
      readonly kind: 'post';
      readonly messageId: number;
      readonly date: Instant;
      readonly markdown: string;
      readonly edited: boolean;
      readonly forwarded: boolean;
    }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'broken'; readonly problem: string };

const MEDIA = [
  'media_type',
  'photo',
  'file',
  'location_information',
  'contact_information',
  'game_title',
  'paid_stars_amount',
  'invoice_information',
  'giveaway_information',
  'giveaway_results',
];

/** Reads one element of `messages`. Fields that it does not know are ignored. */
export function readMessage(value: unknown, zone: TimeZone): MessageContent {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'broken', problem: 'a message must be an object' };
  const message = value as RawMessage;
  if (message['type'] === 'service') return { kind: 'skipped', reason: 'service' };
  if (message['poll'] !== undefined) return { kind: 'skipped', reason: 'poll' };
  const messageId = message['id'];
  if (typeof messageId !== 'number' || !Number.isSafeInteger(messageId))
    return { kind: 'broken', problem: 'a message must have a whole number as `id`' };
  if (textLength(message['text']) > LONGEST || textLength(message['text_entities']) > LONGEST)
    return { kind: 'broken', problem: `the text of a message is longer than ${LONGEST} characters` };
  return readPost(message, messageId, zone);
}

/** Eight times what Telegram allows: a bound for the expressions that look at texts. */
const LONGEST = 32_768;

function readPost(message: RawMessage, messageId: number, zone: TimeZone): MessageContent {
  const markdown = markdownOf(message);
  if (markdown.trim() === '') {
    const media = MEDIA.some((key) => message[key] !== undefined);
    return { kind: 'skipped', reason: media ? 'media_without_text' : 'empty' };
  }
  const date = dateOf(message, zone);
  if (date === undefined) return { kind: 'skipped', reason: 'implausible_date' };
  const edited = message['edited'] !== undefined || message['edited_unixtime'] !== undefined;
  const forwarded = message['forwarded_from'] !== undefined || message['forwarded_from_id'] !== undefined;
  return { kind: 'post', messageId, date, markdown, edited, forwarded };
}

/** `text` as it is when it says something; else the same text from `text_entities`. */
function markdownOf(message: RawMessage): string {
  const text = entityMarkdown(message['text']);
  return text.trim() === '' ? entityMarkdown(message['text_entities']) : text;
}

/** `date_unixtime` (seconds, UTC) counts; without it `date`, a local time of the zone. */
function dateOf(message: RawMessage, zone: TimeZone): Instant | undefined {
  const unix = message['date_unixtime'] ?? '';
  const instant = unix === '' ? localInstant(message['date'], zone) : unixInstant(unix);
  return instant !== undefined && isPlausibleInstant(instant) ? instant : undefined;
}

function unixInstant(unix: unknown): Instant | undefined {
  const text = typeof unix === 'number' ? String(unix) : unix;
  return typeof text === 'string' && /^-?\d{1,15}$/.test(text) ? Number(text) * 1000 : undefined;
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})$/;

/** Years that the product cannot work with never reach the zone's arithmetic. */
function localInstant(date: unknown, zone: TimeZone): Instant | undefined {
  if (typeof date !== 'string' || !LOCAL.test(date)) return undefined;
  const local = Date.parse(`${date}Z`);
  const exists = isPlausibleInstant(local) && new Date(local).toISOString().startsWith(date);
  return exists ? zone.fromLocal(local) : undefined;
}
