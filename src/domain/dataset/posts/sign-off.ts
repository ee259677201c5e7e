import { plainText } from '../../text/plain-text.js';

const TARGET = /\]\([^)\s]*\)/gu;
const ADDRESS = /(?:https?:\/\/|www\.|t\.me\/)\S+|@[a-z]\w{3,31}/giu;
const HAS_LINK = /\]\(|https?:\/\/|www\.|t\.me\/|(?:^|[^\w])@[a-z]\w{3}/iu;
const TAGS_ONLY = /^(?:[^\p{L}\p{N}_#]*#+[\p{L}\p{N}_]+)+[^\p{L}\p{N}]*$/u;
const SUBSCRIBE =
  /(?:^|[^\p{L}])(?:подписаться|подписывайтесь|подписывайся|подпишись|подпишитесь|подписка на канал|subscribe|join us)\p{L}{0,2}(?:[^\p{L}]|$)/iu;
/** Calls as channels make them; news that begin with one of these words go on otherwise. */
const CALL = new RegExp(
  [
    String.raw`^подробн(?:ее|ости|ей)(?:[^\p{L}]|$)`,
    String.raw`^(?:читать|читайте|читай|прочесть|прочитать|смотреть|обсудить|прислать|прислано|зеркало|ссылка на)(?:[^\p{L}]|$)`,
    String.raw`^(?:поделиться|предложить) (?:новост|пост|тем)`,
    String.raw`^(?:источник|статья)(?:[^\p{L}]+\p{L}+){0,2}[^\p{L}]*$`,
    String.raw`^(?:больше|ещё|еще) (?:новост|интересн|подробн|материал|по теме|о |об |про )`,
    String.raw`^наш\p{L}* (?:чат|канал|бот|сайт|паблик|групп|телеграм|telegram|вк|youtube)`,
    String.raw`^мы (?:в|на) (?:вк|vk|телеграм|telegram|дзен|youtube|max|одноклассник|соцсет)`,
    String.raw`^(?:(?:чат|бот|канал|telegram|телеграм|tg|вк|vk|вконтакте|дзен|youtube|rutube|max|и)(?:[^\p{L}]+|$))+$`,
  ].join('|'),
  'iu',
);
const CALL_WORDS = 8;

/**
 * Takes the sign-off from the end of a post: lines that belong to the channel and not to the news. These are lines of
 * hashtags, of nothing but addresses, calls to subscribe, and short calls that hang on a link ("Читать далее").
 */
export function withoutSignOff(markdown: string): string {
  const lines = markdown.split('\n');
  let end = lines.length;
  while (end > 0 && isSignOff(lines[end - 1] ?? '')) end--;
  return lines.slice(0, end).join('\n');
}

function isSignOff(line: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(line)) return true;
  if (line.length > LONGEST) return false;
  return TAGS_ONLY.test(line) || isAddress(line) || isSubscribe(line) || isCall(line);
}

/** Lines with long addresses in them still are lines of a few words. */
const LONGEST = 1000;

/** Addresses and mentions without a word beside them, or as a label. */
function isAddress(line: string): boolean {
  return HAS_LINK.test(line) && !/[\p{L}\p{N}]/u.test(line.replace(TARGET, ']').replace(ADDRESS, ''));
}

function isSubscribe(line: string): boolean {
  return SUBSCRIBE.test(line) && wordCount(line) <= CALL_WORDS && (HAS_LINK.test(line) || wordCount(line) <= 3);
}

function isCall(line: string): boolean {
  if (!HAS_LINK.test(line) || wordCount(line) > CALL_WORDS) return false;
  return CALL.test(plainText(line).replace(/^[^\p{L}]+/u, ''));
}

function wordCount(line: string): number {
  return plainText(line).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
