import { letterCounts } from './letter-counts.js';

const RUSSIAN_SHARE = 0.5;
const FEWEST_LETTERS = 3;

/** The share of Cyrillic letters among all letters of a text, 0…1; 0 when it has none. */
export function cyrillicShare(text: string): number {
  const { letters, russian } = letterCounts(text);
  return letters === 0 ? 0 : russian / letters;
}

/**
 * Says whether a text is Russian: at least half of its letters outside of links and code are Russian Cyrillic, hardly
 * any belong to other Cyrillic alphabets, and a language detector, asked about texts long enough for it, does not call
 * it another language written in Cyrillic letters. The detector errs on names and headlines, so letters that those
 * languages do not have ("ы", "э") overrule it.
 */
export function isRussian(text: string, detectLanguage: (text: string) => string): boolean {
  const prose = withoutAddresses(text);
  const { letters, russian, foreign } = letterCounts(prose);
  if (russian < FEWEST_LETTERS || russian < RUSSIAN_SHARE * letters) return false;
  if (foreign > FOREIGN_SHARE * russian) return false;
  return !needsDetector(prose, foreign) || !OTHER_CYRILLIC.has(detectLanguage(prose));
}

function needsDetector(prose: string, foreign: number): boolean {
  if (prose.length < DETECTABLE || (foreign === 0 && RUSSIAN_ONLY.test(prose))) return false;
  return prose.length >= SURELY_DETECTABLE || HARD_SIGN.test(prose);
}

/** Addresses and code are Latin in every language. */
function withoutAddresses(text: string): string {
  if (!/[/@`]|www\./.test(text)) return text;
  return text
    .replace(/`{3,}[^]*?`{3,}|`[^`\n]+`/g, ' ')
    .replace(/(?:https?:\/\/|www\.|t\.me\/)[^\s)]+|(?<![\p{L}\p{N}])@\w+/giu, ' ');
}

/** A quotation or a name may hold some. */
const FOREIGN_SHARE = 0.02;
/** Ukrainian, Bulgarian, Serbian and Macedonian write neither; Belarusian does, and "і" or "ў" with it. */
const RUSSIAN_ONLY = /[ыэ]/iu;

/** Bulgarian can hardly do without it, Russian mostly does. */
const HARD_SIGN = /ъ/iu;

/** Below this many characters a detector guesses; up to the second number it takes Russian headlines for Bulgarian. */
const DETECTABLE = 80;
const SURELY_DETECTABLE = 200;
const OTHER_CYRILLIC: ReadonlySet<string> = new Set(['uk', 'be', 'bg', 'sr', 'mk', 'kk', 'mn', 'tg', 'ky', 'tt']);
