import { escapeHtml } from './escape-html.js';

/** HTML that is safe to put into a page as it is. Only `html` makes it, so text cannot be mistaken for it. */
export class SafeHtml {
  constructor(readonly markup: string) {}
}

/** What a template may hold: text and numbers are escaped, safe HTML is not, lists are joined, `null` is nothing. */
export type HtmlPart = string | number | SafeHtml | null | readonly HtmlPart[];

/** Template tag: `html` followed by a template gives safe HTML, whatever the values hold. */
export function html(literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): SafeHtml {
  const written = literals.map((literal, index) => literal + markupOf(parts[index] ?? null));
  return new SafeHtml(written.join(''));
}

function markupOf(part: HtmlPart): string {
  if (part === null) return '';
  if (part instanceof SafeHtml) return part.markup;
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return part.map(markupOf).join('');
}
