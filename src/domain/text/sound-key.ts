const LATIN_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/sch|shch/g, 'ш'],
  [/sh/g, 'ш'],
  [/ch(?=[rl])/g, 'х'],
  [/tch|ch/g, 'ч'],
  [/ph/g, 'ф'],
  [/kh/g, 'х'],
  [/th/g, 'т'],
  [/wh/g, 'в'],
  [/zh/g, 'ж'],
  [/ts|tz/g, 'ц'],
  [/ck|cq|q/g, 'к'],
  [/c(?=[eiy])/g, 'с'],
  [/^x/g, 'с'],
  [/x/g, 'кс'],
  [/(?<=[aeo])w(?![aeiou])/g, ''],
  [/g(?=[eiy])|j/g, 'ж'],
];
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ...{ b: 'б', c: 'к', d: 'д', f: 'ф', g: 'г', h: 'х', k: 'к', l: 'л', m: 'м' },
  ...{ n: 'н', p: 'п', r: 'р', s: 'с', t: 'т', v: 'в', w: 'в', z: 'з' },
};
const CYRILLIC_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/дж/g, 'ж'],
  [/щ/g, 'ш'],
  [/тс/g, 'ц'],
  [/[аеёиоуыэюяйьъ]/g, ''],
];
const LATIN = /[a-z]/;
const DOUBLED = /(.)\1+/gu;
/** English doubtful "ge", "gi" and "z": both writings are met in Russian. */
const MERGED = /[гз]/g;

/**
 * The consonants of a name as Russian hears them, so that "Google" and "Гугл", "Facebook" and "Фейсбук" have one key.
 * A rule, no list: it knows nothing of single names, and short keys may fall together.
 *
 * @param word a lower-case word or stem, in Latin or Cyrillic letters
 */
export function soundKey(word: string): string {
  const single = word.replace(DOUBLED, '$1');
  const consonants = LATIN.test(word) ? fromLatin(single) : replaced(single, CYRILLIC_GROUPS);
  return consonants.replace(MERGED, (letter) => (letter === 'г' ? 'ж' : 'с'));
}

function fromLatin(word: string): string {
  return replaced(word, LATIN_GROUPS).replace(/[a-z]/g, (letter) => LATIN_LETTERS[letter] ?? '');
}

function replaced(word: string, groups: readonly (readonly [RegExp, string])[]): string {
  return groups.reduce((text, [pattern, by]) => text.replace(pattern, by), word);
}
