import type { PluralForms } from '../../../text/russian-plural.js';
import { pluralForm } from '../../../text/russian-plural.js';

const NUMBER =
  /(?<![\p{L}\d.,:@#/_–-])(?<currency>[$€]\s?)?(?<whole>\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:[.,](?<part>\d+))?(?:\s?(?<scale>(?:млн|млрд|тыс)(?:\.(?=\s[\p{Ll}$€₽]))?|миллион(?:ов|а)?|миллиард(?:ов|а)?|тысяч)(?!\p{L}))?(?:\s?(?<unit>%|[$€₽]|процент(?:ов|а)?(?!\p{L})|долларов(?!\p{L})))?(?![\d\p{L}]|-\p{L}|[.,:]\d|\s(?:тысяч|миллион|миллиард)\p{L})/gu;

/** After these a number stands in the genitive. */
const GENITIVE =
  /(?:^|\s)(?:до|от|из|более|свыше|больше|менее|меньше|около|порядка|без|для|с|против|после|выше|ниже)\s$/iu;
/** A name before a number makes it a part of the name: a version, a model. */
const NAME_BEFORE = /[A-Za-z»"]\s$/u;

/** "93.700" may be a fraction or ninety-three thousand. */
const GROUPED_OR_NOT = /,\d{3}$/u;

const UNITS: Readonly<Record<string, PluralForms>> = {
  '%': ['процент', 'процента', 'процентов'],
  $: ['доллар', 'доллара', 'долларов'],
  '€': ['евро', 'евро', 'евро'],
  '₽': ['рубль', 'рубля', 'рублей'],
};
const GENITIVE_OF_ONE: Readonly<Record<string, string>> = {
  '%': 'процента',
  $: 'доллара',
  '€': 'евро',
  '₽': 'рубля',
  млн: 'миллиона',
  млрд: 'миллиарда',
  тыс: 'тысячи',
};
const SCALES: Readonly<Record<string, PluralForms>> = {
  млн: ['миллион', 'миллиона', 'миллионов'],
  млрд: ['миллиард', 'миллиарда', 'миллиардов'],
  тыс: ['тысяча', 'тысячи', 'тысяч'],
};

/** The parts of a number with its scale and unit. */
interface Parts {
  readonly value: number;
  readonly digits: string;
  readonly scale: string | undefined;
  readonly unit: string | undefined;
  readonly genitive: boolean;
  /** Whether a name stands before it. */
  readonly inName: boolean;
}

/**
 * Writes numbers the other way: "1 200 000" as "1,2 миллиона", "87 млн" as "87 миллионов" and back, "15 %" as
 * "15 процентов" and back, "$5" as "5 долларов". Every value stays what it is.
 */
export function rewriteNumbers(text: string): string {
  return text.replace(NUMBER, (found: string, ...rest) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const offset = rest.at(-3) as number;
    return written(partsOf(groups, text.slice(0, offset))) ?? found;
  });
}

function partsOf(groups: Readonly<Record<string, string | undefined>>, before: string): Parts {
  const { currency, whole = '', part, scale, unit } = groups;
  return {
    value: part === undefined ? Number(whole.replace(/\s/gu, '')) : Number.NaN,
    digits: part === undefined ? whole : `${whole},${part}`,
    scale: scale?.replace('.', ''),
    unit: currency?.trim() ?? unit,
    genitive: GENITIVE.test(before),
    inName: currency === undefined && NAME_BEFORE.test(before),
  };
}

/** The number in its other form; `undefined` when it has none. */
function written(parts: Parts): string | undefined {
  const { digits, scale, unit, inName } = parts;
  if ((inName && unit === undefined) || GROUPED_OR_NOT.test(digits)) return undefined;
  const [number, isScaled] = scale === undefined ? unscaled(parts) : [scaledTheOtherWay(parts, scale), true];
  if (unit !== undefined) return withUnit(parts, number, unit, isScaled);
  return number === digits ? undefined : number;
}

function withUnit(parts: Parts, number: string, unit: string, isScaled: boolean): string | undefined {
  if (unit.startsWith('процент')) return isScaled ? undefined : `${number} %`;
  if (unit === 'долларов') return `$${number}`;
  return `${number} ${isScaled ? (UNITS[unit]?.[2] ?? '') : formFor(parts, unit, UNITS)}`;
}

const THOUSAND = 1000;
const MILLION = 1_000_000;

function unscaled({ value, digits }: Parts): readonly [string, boolean] {
  if (value >= MILLION && value % (MILLION / 10) === 0)
    return [`${String(value / MILLION).replace('.', ',')} млн`, true];
  if (value >= 10 * THOUSAND && value % THOUSAND === 0)
    return [`${value / THOUSAND} ${pluralForm(value / THOUSAND, ['тыс.', 'тыс.', 'тысяч'])}`, true];
  return [digits, false];
}

function scaledTheOtherWay(parts: Parts, scale: string): string {
  if (scale in SCALES) return `${parts.digits} ${formFor(parts, scale, SCALES)}`;
  const short = scale.startsWith('миллион') ? 'млн' : scale.startsWith('миллиард') ? 'млрд' : 'тыс.';
  return `${parts.digits} ${short}`;
}

function formFor({ value, genitive }: Parts, word: string, table: Readonly<Record<string, PluralForms>>): string {
  const forms = table[word] ?? ['', '', ''];
  if (Number.isNaN(value)) return forms[1];
  if (!genitive) return pluralForm(value, forms);
  return pluralForm(value, [GENITIVE_OF_ONE[word] ?? '', forms[2], forms[2]]);
}
