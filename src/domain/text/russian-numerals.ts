/** A number that is written as a word. */
export interface Numeral {
  readonly value: number;
  /** Counts add up ("двадцать пять"), scales multiply what stands before them ("пять тысяч"). */
  readonly rank: 'count' | 'scale';
  /** A plural that names no number by itself ("тысячи людей"). */
  readonly vague: boolean;
}

const IRREGULAR: readonly (readonly [number, string])[] = [
  [0, 'ноль нуль ноля нуля'],
  [1.5, 'полтора полторы полутора'],
  [2, 'два две двух двум двумя двое двоих двоим двоими вдвое дважды вдвоем'],
  [3, 'три трех трем тремя трое троих троим троими втрое трижды втроем'],
  [4, 'четыре четырех четырем четырьмя четверо четверых четверым вчетверо четырежды вчетвером'],
  [5, 'пятеро пятерых пятерым впятеро впятером'],
  [6, 'шестеро шестерых шестерым вшестеро'],
  [7, 'семеро семерых семерым'],
  [8, 'восьми восьмью'],
  [40, 'сорок сорока'],
  [90, 'девяносто девяноста'],
  [100, 'сто ста'],
  [200, 'двести двухсот двумстам двумястами двухстах'],
  [300, 'триста трехсот тремстам тремястами трехстах'],
  [400, 'четыреста четырехсот четыремстам четырьмястами четырехстах'],
];

/** Numbers that end in "ь": five to twenty, and thirty. */
const SOFT: readonly (readonly [number, string])[] = (
  'пят шест сем восем девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат ' +
  'восемнадцат девятнадцат двадцат'
)
  .split(' ')
  .map((base, index) => [index + 5, base] as const)
  .concat([[30, 'тридцат']]);

/** "пять|десят", "пять|сот" and the like: both parts are declined. */
const COMPOUND: readonly (readonly [number, string])[] = [
  [5, 'пят'],
  [6, 'шест'],
  [7, 'сем'],
  [8, 'восем'],
  [9, 'девят'],
];

const SCALES: readonly (readonly [number, string, string])[] = [
  [1e3, 'тысяча тысячу тысячей', 'тысячи тысяч тысячам тысячами тысячах'],
  [1e6, 'миллион миллиона миллиону миллионом', 'миллионы миллионов миллионам миллионами миллионах'],
  [1e9, 'миллиард миллиарда миллиарду миллиардом', 'миллиарды миллиардов миллиардам миллиардами миллиардах'],
  [1e12, 'триллион триллиона триллиону триллионом', 'триллионы триллионов триллионам триллионами триллионах'],
];

const NUMERALS: ReadonlyMap<string, Numeral> = new Map([
  ...IRREGULAR.flatMap(([value, forms]) => counts(value, forms.split(' '))),
  ...SOFT.flatMap(([value, base]) =>
    counts(
      value,
      ['ь', 'и', 'ью'].map((ending) => base + ending),
    ),
  ),
  ...COMPOUND.flatMap(([value, base]) => [...tens(value * 10, base), ...hundreds(value * 100, base)]),
  ...SCALES.flatMap(([value, singular, plural]) => [...scale(value, singular, false), ...scale(value, plural, true)]),
]);

/** The number that a lower-case word (with "е" for "ё") is; not "один", which mostly is no number. */
export function numeralOf(word: string): Numeral | undefined {
  return NUMERALS.get(word);
}

const COMPOUND_WORD =
  /^(двух|трех|четырех|(?:пят|шест|сем|восьм|девят|десят|(?:одинн|двен|трин|четырн|пятн|шестн|семн|восемн|девятн|дв|тр)(?:а|и)?дцат)и)(?=\p{L}{4})/u;

/** The number that a longer word begins with: 5 for "пятилетний", 3 for "трехэтажный". */
export function numeralWithin(word: string): number | undefined {
  const [beginning] = COMPOUND_WORD.exec(word) ?? [];
  return beginning === undefined ? undefined : NUMERALS.get(beginning)?.value;
}

type Entry = readonly [string, Numeral];

function counts(value: number, forms: readonly string[]): readonly Entry[] {
  // "семью" is a family at least as often.
  const clear = forms.filter((form) => form !== 'семью');
  return clear.map((form) => [form, { value, rank: 'count', vague: false }]);
}

function tens(value: number, base: string): readonly Entry[] {
  const oblique = base === 'восем' ? 'восьми' : `${base}и`;
  return counts(value, [`${base}ьдесят`, `${oblique}десяти`, `${base}ьюдесятью`]);
}

function hundreds(value: number, base: string): readonly Entry[] {
  const oblique = base === 'восем' ? 'восьми' : `${base}и`;
  return counts(value, [`${base}ьсот`, ...['сот', 'стам', 'стах'].map((ending) => oblique + ending), `${base}ьюстами`]);
}

function scale(value: number, forms: string, vague: boolean): readonly Entry[] {
  return forms.split(' ').map((form) => [form, { value, rank: 'scale', vague }]);
}
