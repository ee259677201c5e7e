/** A document as JSON for files that people read, too: indented, with a newline at its end. */
export function prettyJson(document: object | string | number | boolean | null): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
