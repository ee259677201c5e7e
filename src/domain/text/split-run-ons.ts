import { isAbbreviation } from './abbreviations.js';
import { sentencesOf } from './sentences.js';

const SMALL_LETTER_FOLLOWS =
  /(?<=(?:^|[\s("«„-])([а-яё]{4,}|[а-яё]{1,2}[аеёиоуыэюяй]|нет)\.[;,:…]*)\s+(?=[^\p{L}\p{N}]*[а-яёa-z])/gu;

/**
 * The sentences of a text as `sentencesOf` finds them, run-on ones split: a full stop ends a sentence although a small letter follows
 * when the word before it is no abbreviation: is known for none, and has four letters or ends like a word ("Всё в порядке. оценка=5").
 */
export function splitRunOns(text: string): readonly string[] {
  return sentencesOf(text).flatMap(split);
}

function split(sentence: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const { 0: gap, 1: word = '', index } of sentence.matchAll(SMALL_LETTER_FOLLOWS)) {
    if (isAbbreviation(word)) continue;
    pieces.push(sentence.slice(start, index));
    start = index + gap.length;
  }
  pieces.push(sentence.slice(start));
  return pieces;
}
