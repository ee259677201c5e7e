import { CLOSING_ABBREVIATIONS, LEADING_ABBREVIATIONS, UNIT_ABBREVIATIONS } from './abbreviations.js';

/** Dashes, quotes and brackets that may stand before the first letter of a sentence. */
const BEGINS_LIKE_SENTENCE = /^\s+["«„“'(]*(?:[\p{Lu}\p{N}]|\p{Ll}+\p{Lu}|$)/u;
const BEGINS_WITH_DASH_AND_CAPITAL = /^\s+[—–-]\s*["«„“(]*[\p{Lu}\p{N}]/u;
const BEGINS_WITH_OTHER_MARK = /^\s+[^\p{L}\p{N}\s—–,;:.!?…"«„“'()-]/u;
const LAST_WORD = /(?:^|[\s("«„.-])([\p{L}\p{N}]+(?:-\p{L}+)?)\.$/u;
const INITIAL = /^\p{Lu}$/u;
const LETTER = /^\p{Ll}$/u;
const CLOSING_PAIR = /(?:т\.\s?[дп]|н\.\s?э|т\.\s?п)\.$/u;
const NUMBERED_UNIT = /(?:\p{N}|[IVXLC]|тыс\.?|млн\.?|млрд\.?|трлн\.?)\s*\p{L}+\.$/u;
const LIST_NUMBER = /^\s*\p{N}{1,2}\.$/u;
/** A sentence that ended in an abbreviation has at least this many words, else the abbreviation belongs to the next one. */
const FEWEST_WORDS = 4;
/** How far back the rules look: keeps a line without any sentence end linear. */
const LOOK_BACK = 80;

/**
 * Says whether a sentence is over.
 *
 * @param candidate the text from the start of the sentence up to and including its full stop, question mark, …
 * @param rest what follows on the line: a few characters are enough.
 */
export function endsSentence(candidate: string, rest: string): boolean {
  if (rest.trim() === '') return true;
  if (!beginsLikeSentence(rest)) return false;
  return !candidate.endsWith('.') || candidate.endsWith('..') || !endsInAbbreviation(candidate.slice(-LOOK_BACK));
}

function beginsLikeSentence(rest: string): boolean {
  return (
    BEGINS_LIKE_SENTENCE.test(rest) || BEGINS_WITH_DASH_AND_CAPITAL.test(rest) || BEGINS_WITH_OTHER_MARK.test(rest)
  );
}

function endsInAbbreviation(candidate: string): boolean {
  if (LIST_NUMBER.test(candidate)) return true;
  const word = LAST_WORD.exec(candidate.slice(Math.max(0, candidate.lastIndexOf(' '))))?.[1];
  if (word === undefined) return false;
  if (INITIAL.test(word)) return true;
  const lower = word.toLowerCase();
  if (LEADING_ABBREVIATIONS.has(lower)) return true;
  if (!LETTER.test(word) && !UNIT_ABBREVIATIONS.has(lower) && !CLOSING_ABBREVIATIONS.has(lower)) return false;
  return !mayClose(candidate, lower) || candidate.trim().split(/\s+/u).length < FEWEST_WORDS;
}

function mayClose(candidate: string, word: string): boolean {
  if (CLOSING_ABBREVIATIONS.has(word) || CLOSING_PAIR.test(candidate)) return true;
  return UNIT_ABBREVIATIONS.has(word) && NUMBERED_UNIT.test(candidate);
}
