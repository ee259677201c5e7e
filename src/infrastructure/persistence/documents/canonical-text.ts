/** ASCII without quote and backslash, U+0080 to U+02FF, U+0400 to U+047F: nothing that any neighbour could change. */
const PLAIN = '[ !#-\\[\\]-\\xcb\\xd0\\xd1]';
/** Escapes as `JSON.stringify` writes them. */
const ESCAPE = '\\\\["\\\\bfnrt]';
const BYTE = '[\\x80-\\xbf]';
/** Punctuation, symbols, arrows and pictures, as far as they are their own NFC and join nothing before them. */
const SYMBOL = [
  '\\xe2\\x80[\\x82-\\xbf]',
  `\\xe2[\\x81\\x82\\x85-\\x8b\\x8d-\\xaa\\xac-\\xaf]${BYTE}`,
  '\\xe2\\x83\\xa3',
  '\\xe2\\x84[\\x80-\\xa5\\xa7-\\xa9\\xac-\\xbf]',
  '\\xe2\\x8c[\\x80-\\xa8\\xab-\\xbf]',
  '\\xef\\xb8\\x8f',
  `\\xf0\\x9f${BYTE}${BYTE}`,
].join('|');

/**
 * The source of an expression for the inside of a JSON string which stands in a canonical line just as it is: its escapes
 * are those of `JSON.stringify`, its text is in NFC, also beside other such text. It is told from the bytes of UTF-8, each
 * of them a character of U+0000 to U+00FF, and knows only the characters that are common in texts written in Cyrillic and
 * Latin letters; text with others may be canonical all the same.
 */
export const CANONICAL_TEXT = `${PLAIN}*(?:(?:${ESCAPE}|${SYMBOL})${PLAIN}*)*`;
