/** What digits may mean: a value where they are a plain number, and readings as typed keys ("d5.11" is 5 November). */
export interface WrittenNumber {
  readonly value: number | undefined;
  readonly readings: readonly string[];
}

const SPACE = /[ \u00a0\u2009\u202f]/gu;
const LONG_DATE = /^(\d{1,2})\.(\d{1,2})\.(?:\d{2}|\d{4})$/;
const ISO_DATE = /^\d{4}-(\d\d)-(\d\d)$/;
const SHORT_DATE = /^(\d{1,2})\.(\d{2})$/;
const TIME = /^\d{1,2}:\d{2}$/;
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/;
const ONE_GROUP = /^[1-9]\d{0,2}[.,]\d{3}$/;
const DECIMAL = /^\d+(?:[.,]\d+)?$/;
const PRECISION = 12;

/**
 * Reads digits with their separators: "1 200 000" and "1.200.000" are 1200000, "8,9" is 8.9, "05.11.2024" is a date,
 * "12:30" a time. Where writing is ambiguous ("3.03", "1.500") there are several readings; each is compared.
 */
export function writtenNumber(written: string): WrittenNumber {
  const plain = written.replace(SPACE, '');
  const date = dateOf(LONG_DATE, plain.replace(ISO_DATE, '$2.$1.2000'));
  if (date !== undefined) return { value: undefined, readings: [date] };
  if (TIME.test(plain)) return { value: undefined, readings: [`t${plain.replace(/^0(?=\d)/, '')}`] };
  if (GROUPED.test(plain)) return { value: Number(plain.replace(/[.,]/g, '')), readings: [] };
  if (!DECIMAL.test(plain)) return { value: undefined, readings: [`v${plain}`] };
  return { value: Number(plain.replace(',', '.')), readings: otherReadings(plain) };
}

/** The key of a plain value, equal for equal numbers. */
export function numberKey(value: number): string {
  return `n${Number(value.toPrecision(PRECISION))}`;
}

/** The key of a day of a month. */
export function dateKey(day: number, month: number): string {
  return `d${day}.${month}`;
}

function otherReadings(plain: string): readonly string[] {
  const date = dateOf(SHORT_DATE, plain);
  const group = ONE_GROUP.test(plain) ? numberKey(Number(plain.replace(/[.,]/, ''))) : undefined;
  return [date, group].filter((reading) => reading !== undefined);
}

function dateOf(pattern: RegExp, plain: string): string | undefined {
  const [, day = 0, month = 0] = (pattern.exec(plain) ?? []).map(Number);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? dateKey(day, month) : undefined;
}
