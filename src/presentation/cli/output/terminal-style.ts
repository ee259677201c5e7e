/** Marks up text for a terminal; every function gives its text back unchanged where colours are off. */
export interface TerminalStyle {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
}

const ESCAPE = '\u001b';
const MARKS = new RegExp(`${ESCAPE}\\[[0-9;]*m`, 'g');
const CONTROLS = new RegExp('[\\u0000-\\u0008\\u000b-\\u001a\\u001c-\\u001f\\u007f-\\u009f]', 'g');
const FOREIGN_ESCAPE = new RegExp(`${ESCAPE}(?!\\[[0-9;]*m)`, 'g');

/** The style of a terminal with or without colours. */
export function terminalStyle(colours: boolean): TerminalStyle {
  const mark = (on: number, off: number) => (text: string) =>
    colours ? `${ESCAPE}[${on}m${text}${ESCAPE}[${off}m` : text;
  return {
    bold: mark(1, 22),
    dim: mark(2, 22),
    red: mark(31, 39),
    green: mark(32, 39),
    yellow: mark(33, 39),
  };
}

/** Takes the marks out of a text. */
export function stripStyle(text: string): string {
  return text.replace(MARKS, '');
}

/** Makes control characters of foreign text visible, so that data cannot drive the terminal; colour marks stay. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '\ufffd').replace(FOREIGN_ESCAPE, '\ufffd');
}
