const LINE_ENDS = /\r\n?|[\u2028\u2029\v\f\u0085]/gu;
/** Runs of white space that are more than the one space that takes their place. */
const SPACES = /[\p{Zs}\t]{2,}|[^\P{Zs} ]|\t/gu;
// Control, format and private characters and lone surrogates, as ranges: classes like \p{C} cost ten times as much,
// and what they hold depends on the runtime. Line feeds, tabs and joiners are dealt with by themselves.
const INVISIBLE =
  /[\0-\x08\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff]|\udb40[\udc00-\udc7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const LONE_JOINER =
  /\u200D(?:(?<![\p{Extended_Pictographic}\uFE0F\u{1F3FB}-\u{1F3FF}]\u200D)|(?!\p{Extended_Pictographic}))/gu;

/**
 * Brings a text to one form: NFC, line feeds, plain single spaces, at most one empty line in a row, no control
 * characters, no zero-width characters except the joiners inside emoji, no lone surrogates or private
 * characters.
 */
export function cleanText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(INVISIBLE, '')
    .replace(LONE_JOINER, '')
    .replace(SPACES, ' ')
    .replace(/ \n ?|\n /g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
}
