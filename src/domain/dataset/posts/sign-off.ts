import { plainText } from '../../text/plain-text.js';

const TARGET = /\]\([^)\s]*\)/gu;
const ADDRESS = /(?:https?:\/\/|www\.|t\.me\/)\S+|@[a-z]\w{3,31}/giu;
const HAS_LINK = /\]\(|https?:\/\/|www\.|t\.me\/|(?:^|[^\w])@[a-z]\w{3}/iu;
const TAGS_ONLY = /^(?:[^\p{L}\p{N}]*#[\p{L}\p{N}_]+)+[^\p{L}\p{N}]*$/u;
const SUBSCRIBE =
  /(?:^|[^\p{L}])(?:подпис(?:аться|ывайтесь|ывайся|ыва[йе]мся|ись|ка)|subscribe|join us)\p{L}{0,2}(?:[^\p{L}]|$)/iu;
const CALL =
  /^(?:подробн|читать|читайте|читай|прочесть|прочитать|статья|ссылка на|смотреть|источник|обсудить|наш(?:и|е|а)? |мы в |мы на |чат|поделиться|предложить|прислать|прислано|зеркало|бот|больше |ещё |еще |telegram|телеграм|tg|вк|vk|дзен|youtube|max)/iu;
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
