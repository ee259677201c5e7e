const LINE_ENDS = /\r\n?|[\u2028\u2029\v\f\u0085]/gu;
const SPACES = /[\p{Zs}\t]+/gu;
const INVISIBLE = /[^\P{C}\n\u200D]/gu;
const LONE_JOINER =
  /\u200D(?:(?<![\p{Extended_Pictographic}\uFE0F\u{1F3FB}-\u{1F3FF}]\u200D)|(?!\p{Extended_Pictographic}))/gu;

/**
 * Brings a text to one form: NFC, line feeds, plain single spaces, at most one empty line in a row, no control
 * characters, no zero-width characters except the joiners inside emoji, no lone surrogates or unassigned code points.
 */
export function cleanText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(INVISIBLE, visibleSubstitute)
    .replace(LONE_JOINER, '')
    .replace(SPACES, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
}

/** A tab parts words, everything else that cannot be seen is nothing. */
function visibleSubstitute(character: string): string {
  return character === '\t' ? ' ' : '';
}
