import { inlineText } from '../../domain/shared/markdown-escape.js';
import type { ReportRow } from './run-table.js';

/** Rows as a Markdown table under the keys of the first one, numbers to the right; nothing for no rows. */
export function markdownTable(rows: readonly ReportRow[]): string {
  const headings = Object.keys(rows[0] ?? {});
  if (headings.length === 0) return '';
  const numeric = (heading: string) => rows.every((row) => typeof row[heading] === 'number');
  const rule = headings.map((heading) => (numeric(heading) ? '---:' : '---'));
  const lines = rows.map((row) => headings.map((heading) => cellText(row[heading] ?? null)));
  return [headings, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellText(cell: string | number | null): string {
  return inlineText(String(cell ?? '–'));
}
