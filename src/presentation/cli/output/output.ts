import type { TableRow } from './table.js';
import type { TerminalStyle } from './terminal-style.js';

/**
 * What a command has to say. With `--json` only `json` writes (exactly one document), else only the others do, so a
 * command calls both and need not ask.
 */
export interface Output {
  /** Whether a machine reads: skip work that only serves people's output. */
  readonly isJson: boolean;
  readonly style: TerminalStyle;
  /** The command's document; calling it twice is a defect. */
  json(document: object): void;
  /** Rows under headings taken from the keys of the first row; numbers go to the right. */
  table(rows: readonly TableRow[]): void;
  /** A line of text; an empty one when called without. */
  line(text?: string): void;
  /** A line of data exactly as it is; awaiting it keeps pace with whoever reads. */
  raw(line: string): Promise<void>;
  /** A remark on standard error that is no part of the result; silent with `--quiet` and `--json`. */
  note(text: string): void;
}
