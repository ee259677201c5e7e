const LETTER_OR_NUMBER = /^[\p{L}\p{N}]/u;
const CONNECTORS: ReadonlySet<number> = new Set(Array.from("-'’", (mark) => mark.charCodeAt(0)));

/** What is known of a UTF-16 unit: words are sought everywhere, so each unit is put to the expression once. */
const UNKNOWN = 0;
const INSIDE = 1;
const OUTSIDE = 2;
const kinds = new Uint8Array(0x10000);

/**
 * The words and numbers of a text in lower case, in order; "ё" as "е", so that spelling does not part equal words.
 * A hyphen or an apostrophe between letters belongs to the word.
 *
 * @param most how many words are wanted.
 */
export function wordsOf(text: string, most = Infinity): readonly string[] {
  const plain = text.toLowerCase().replaceAll('ё', 'е');
  const words: string[] = [];
  for (let at = 0; at < plain.length && words.length < most;) {
    const end = runFrom(plain, at);
    if (end > at) words.push(plain.slice(at, (at = wordEnd(plain, end))));
    else at++;
  }
  return words;
}

/** Where the word ends whose first run of letters ends at a place. */
function wordEnd(text: string, firstEnd: number): number {
  let end = firstEnd;
  while (CONNECTORS.has(text.charCodeAt(end))) {
    const next = runFrom(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** Where the letters and numbers end that begin at a place. */
function runFrom(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (kinds[unit] === INSIDE) at++;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      if (!LETTER_OR_NUMBER.test(text.slice(at, at + 2))) break;
      at += 2;
    } else if (!isInside(unit)) break;
  }
  return at;
}

function isInside(unit: number): boolean {
  if (kinds[unit] === UNKNOWN) kinds[unit] = LETTER_OR_NUMBER.test(String.fromCharCode(unit)) ? INSIDE : OUTSIDE;
  return kinds[unit] === INSIDE;
}
