/** A number as every table has it: so many decimals, a minus (−) and no hyphen, none before a zero; a dash for none. */
export function formatNumber(value: number | null, decimals: number): string {
  if (value === null) return '–';
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}
