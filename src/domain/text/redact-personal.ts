import { placeholder } from './placeholder.js';

/** Separators inside a telephone number: at most two between digits, never a line break. */
const GAP = String.raw`[ \u00A0().\-\u2010-\u2013]{0,2}`;
const WORD = String.raw`\p{L}\p{N}`;
/** What may stand before the "@" of an address. */
const LOCAL = `${WORD}._%+-`;

/** How a link into Telegram begins, behind whatever is no letter of its host's name. */
const TELEGRAM = String.raw`(?:https?://)?(?<![a-z])(?:t|telegram)\.(?:me|dog)/`;

/**
 * What is taken out, in this order: an address of mail holds what looks like a user name, and so does an invitation. What
 * follows `t.me/+` may also be a telephone number.
 */
const KINDS = [
  {
    word: 'почта',
    // It starts where no character of its own stands before it: that way each is looked at once. So the beginning of
    // another one that is glued to its end goes with it.
    pattern: new RegExp(
      `(?<![${LOCAL}])[${LOCAL}]+@[${WORD}-]+(?:\\.[${WORD}-]+)*\\.\\p{L}{2,}(?:[${LOCAL}]+(?=@))?`,
      'gu',
    ),
    identity: (found: string) => found.toLowerCase(),
  },
  {
    word: 'имя',
    pattern: new RegExp(
      `(?:${TELEGRAM}(?:\\+|%2B|joinchat/|addlist/)|tg://join\\?invite=)(?!\\d{10,15}(?![\\w-]))[\\w-]*\\w`,
      'giu',
    ),
    // Capitals count in it, and no handle has a plus.
    identity: (found: string) => found.replace(/^.*(?:[+/=]|%2B)/iu, '+'),
  },
  {
    word: 'имя',
    pattern: new RegExp(
      `(?:${TELEGRAM}(?:(?:s|boost)/)?|tg://resolve\\?domain=)@?[a-z]\\w{2,31}\\b|@\\p{L}[${WORD}_]+`,
      'giu',
    ),
    identity: (found: string) => found.replace(/^.*[/=@]/u, '').toLowerCase(),
  },
  {
    word: 'телефон',
    pattern: new RegExp(
      [
        `\\+\\d(?:${GAP}\\d){9,14}(?!\\d)`,
        `(?<![\\d+])[78]${GAP}[3489]\\d\\d${GAP}\\d{3}${GAP}\\d\\d${GAP}\\d\\d(?!\\d)`,
        `(?<![\\d+])(?:\\(\\d{3,5}\\) ?|[3489]\\d\\d[ -])?\\d{2,3}[-\\u2010-\\u2013]\\d\\d[-\\u2010-\\u2013]\\d\\d(?![-\\d])`,
      ].join('|'),
      'gu',
    ),
    identity: (found: string) => found.replace(/\D/gu, '').replace(/^8(?=\d{10}$)/u, '7'),
  },
] as const;

/**
 * Takes telephone numbers, addresses of mail, user names (`@name`, `t.me/name`) and invitations (`t.me/+…`,
 * `t.me/joinchat/…`) out of texts. Each becomes a {@link placeholder}: the same thing has the same one in every text,
 * however it is written.
 *
 * @param keep - handles that stay, with or without their "@": those of channels, which are public.
 */
export function redactPersonal(texts: readonly string[], keep: readonly string[] = []): readonly string[] {
  const kept = new Set(keep.map((handle) => handle.replace(/^@/u, '').toLowerCase()));
  return KINDS.reduce<readonly string[]>((redacted, { word, pattern, identity }) => {
    const replacement = (found: string): string => {
      const id = identity(found);
      return word === 'имя' && kept.has(id) ? found : placeholder(word, id);
    };
    return redacted.map((text) => text.replace(pattern, replacement));
  }, texts);
}
