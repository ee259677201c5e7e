import type { Output } from './output.js';
import type { TableRow } from './table.js';
import { layOutTable } from './table.js';
import type { TerminalStyle } from './terminal-style.js';
import { terminalStyle, withoutControls } from './terminal-style.js';

/** What ends the waiting for room: there is some, or there is nobody to wait for. */
type RoomEvent = 'drain' | 'close' | 'error';

const ROOM_EVENTS: readonly RoomEvent[] = ['drain', 'close', 'error'];

/** A stream that text can be written to; `write` says `false` where the reader should be waited for. */
export interface TextSink {
  write(text: string): unknown;
  on?(event: RoomEvent, heard: () => void): unknown;
  off?(event: RoomEvent, heard: () => void): unknown;
}

export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly colours: boolean;
}

/** Writes a command's output to standard output, and remarks to standard error. */
export class StreamOutput implements Output {
  readonly isJson: boolean;
  readonly style: TerminalStyle;
  readonly #quiet: boolean;
  #written = false;

  constructor(
    private readonly out: TextSink,
    private readonly err: TextSink,
    options: OutputOptions,
  ) {
    this.isJson = options.json;
    this.#quiet = options.quiet;
    this.style = terminalStyle(options.colours);
  }

  json(document: object): void {
    if (!this.isJson) return;
    if (this.#written) throw new Error('A command prints one JSON document, not two.');
    this.#written = true;
    this.out.write(`${JSON.stringify(document, null, 2)}\n`);
  }

  table(rows: readonly TableRow[]): void {
    const [headings, ...lines] = layOutTable(rows);
    if (headings === undefined) return;
    this.line(this.style.bold(headings));
    for (const line of lines) this.line(line);
  }

  line(text = ''): void {
    if (!this.isJson) this.out.write(`${withoutControls(text)}\n`);
  }

  async raw(line: string): Promise<void> {
    if (this.isJson || this.out.write(`${line}\n`) !== false) return;
    await roomIn(this.out);
  }

  note(text: string): void {
    if (!this.isJson && !this.#quiet) this.err.write(`${withoutControls(text)}\n`);
  }
}

function roomIn(out: TextSink): Promise<void> {
  return new Promise((resolve) => {
    const heard = () => {
      for (const event of ROOM_EVENTS) out.off?.(event, heard);
      resolve();
    };
    for (const event of ROOM_EVENTS) out.on?.(event, heard);
  });
}
