/** A share as text, `97.5 %`: rounded to a tenth, but never up to a whole per cent that it does not reach. */
export function percentText(share: number): string {
  const tenths = share * 1000;
  const rounded = Math.round(tenths);
  const isWholeAbove = rounded % 10 === 0 && rounded > tenths + 1e-9;
  return `${(isWholeAbove ? rounded - 1 : rounded) / 10} %`;
}
