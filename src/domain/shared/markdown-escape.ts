const MARKS = /[\\`*_{}[\]<>()#+!|~&]/g;

/** Text for a cell of a Markdown table: shown as it is, on one line, whatever marks it holds. */
export function escapeCell(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(MARKS, '\\$&');
}

/** Markdown as a quotation; its HTML, links and pictures are shown, not followed. */
export function quoted(markdown: string): string {
  return markdown
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${line.replace(/[<>[\]|\\`&]/g, '\\$&')}`.trimEnd())
    .join('\n');
}

/** Foreign text inside a line of Markdown: one line, no HTML, no code, no table cell of its own. */
export function inlineText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[<>`|\\]/g, '\\$&');
}

/** Foreign text as code: shown as it is, on one line. */
export function inlineCode(text: string): string {
  return `\`${text.replace(/[\s`]+/g, ' ').trim()}\``;
}
