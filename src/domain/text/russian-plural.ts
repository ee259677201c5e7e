/** The three forms of a Russian noun beside a number: 1 пост, 2 поста, 5 постов. */
export type PluralForms = readonly [one: string, few: string, many: string];

/** The form that goes with a whole number (after the rules of the Unicode CLDR for Russian). */
export function pluralForm(count: number, [one, few, many]: PluralForms): string {
  const lastTwo = Math.abs(count) % 100;
  const last = lastTwo % 10;
  if (last === 1 && lastTwo !== 11) return one;
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many;
}

/** The number with its noun: "21 пост". */
export function counted(count: number, forms: PluralForms): string {
  return `${count} ${pluralForm(count, forms)}`;
}
