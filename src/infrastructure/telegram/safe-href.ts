const SCHEME = /^(?:https?|tg):\/?\/?[^\s/]/i;
const UNSAFE = /[\s()<>\\"`\p{Cc}\p{Cf}]/gu;
const LONGEST = 4096;

/**
 * A link's address as it may stand in Markdown: web and Telegram addresses only, with what would end the link or hide
 * in it percent-encoded. `undefined` for anything else (`javascript:`, files, relative paths).
 */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string') return undefined;
  const trimmed = href.trim();
  if (trimmed.length > LONGEST || !SCHEME.test(trimmed)) return undefined;
  return trimmed.replace(UNSAFE, percentEncoded);
}

/** `encodeURIComponent` leaves parentheses alone. */
function percentEncoded(character: string): string {
  if (character === '(') return '%28';
  if (character === ')') return '%29';
  return encodeURIComponent(character);
}
