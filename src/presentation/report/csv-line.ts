/** A line of CSV without its end, cells quoted where RFC 4180 asks for it. */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells.map(cellText).join(',');
}

function cellText(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
