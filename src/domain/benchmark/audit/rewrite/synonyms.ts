import { wordReplacer } from './replace-words.js';
import { BOTH_WAYS, ONE_WAY, ONE_WAY_FORMS, SAME_ENDINGS } from './synonym-tables.js';

/** Puts synonyms in the same form for the words that have one. */
export const replaceSynonyms = wordReplacer([
  ...linesOf(ONE_WAY).map((line) => pairOf(line, ' > ')),
  ...linesOf(ONE_WAY_FORMS).flatMap(inflected),
  ...linesOf(BOTH_WAYS).flatMap((line) => bothWays(pairOf(line, ' = '))),
  ...linesOf(SAME_ENDINGS).flatMap(inflected).flatMap(bothWays),
]);

function linesOf(table: string): readonly string[] {
  return table.split('\n').filter((line) => line !== '');
}

function pairOf(line: string, sign: string): readonly [string, string] {
  const [word = '', other = ''] = line.split(sign);
  return [word, other];
}

function bothWays([word, other]: readonly [string, string]): readonly (readonly [string, string])[] {
  return [
    [word, other],
    [other, word],
  ];
}

function inflected(line: string): readonly (readonly [string, string])[] {
  const [stem = '', other = '', ...endings] = line.split(' ');
  return endings.map((ending) => {
    const [own = '', others = own] = ending.replace('-', '').split(':');
    return [stem + own, other + others];
  });
}
