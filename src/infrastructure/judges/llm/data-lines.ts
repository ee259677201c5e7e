const LINE_BREAK = /[\n\r\u000B\u000C\u0085\u2028\u2029]+/u;

/**
 * What could look like more than text to a reader of the request: signs of mark-up of chat templates (`<|im_start|>`,
 * `[INST]`), control characters, and those that are invisible or turn the direction of writing.
 */
const SUSPICIOUS =
  /<|\[(?=\/?[A-Z_]{2,}\])|[\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu;

/** The lines of a text that hold anything. */
export function linesOf(text: string): readonly string[] {
  return text.split(LINE_BREAK).filter((line) => line.trim() !== '');
}

/**
 * Lines as data: one JSON object a line, in which no line break can stand and no sign of mark-up stands as itself; what
 * it says is unchanged.
 */
export function dataLines(lines: readonly string[]): string {
  return lines.map((text, index) => escaped(JSON.stringify({ n: index + 1, text }))).join('\n');
}

function escaped(json: string): string {
  return json.replace(SUSPICIOUS, (found) =>
    found
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
