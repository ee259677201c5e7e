import { stripStyle } from './terminal-style.js';

/** What a cell may hold; `null` is shown as a dash. */
export type TableCell = string | number | boolean | null;

export type TableRow = Readonly<Record<string, TableCell>>;

const GAP = '  ';
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Lays rows out in columns.
 *
 * @returns lines: headings, then the rows; nothing for no rows.
 */
export function layOutTable(rows: readonly TableRow[]): readonly string[] {
  const headings = Object.keys(rows[0] ?? {});
  if (headings.length === 0) return [];
  const cells = rows.map((row) => headings.map((heading) => cellText(row[heading] ?? null)));
  const widths = headings.map((heading, column) =>
    Math.max(width(heading), ...cells.map((line) => width(line[column] ?? ''))),
  );
  const right = headings.map((heading) => rows.every((row) => isNumeric(row[heading] ?? null)));
  return [headings, ...cells].map((line) => layOutLine(line, widths, right));
}

function layOutLine(cells: readonly string[], widths: readonly number[], right: readonly boolean[]): string {
  const padded = cells.map((cell, column) => {
    const filler = ' '.repeat((widths[column] ?? 0) - width(cell));
    return right[column] === true ? filler + cell : cell + filler;
  });
  return padded.join(GAP).trimEnd();
}

function isNumeric(cell: TableCell): boolean {
  return cell === null || typeof cell === 'number';
}

function cellText(cell: TableCell): string {
  if (cell === null) return '-';
  return String(cell).replace(/\s+/g, ' ');
}

function width(text: string): number {
  return [...graphemes.segment(stripStyle(text))].length;
}
