const NEWLINE = 0x0a;

/** A line of a file as bytes, without its newline, and its number from 1. */
export interface RawLine {
  readonly line: number;
  readonly bytes: Buffer;
}

/** Cuts pieces of a file into lines; memory holds one piece and one line. */
export class LineSplitter {
  #rest: Buffer[] = [];
  #restBytes = 0;
  #line = 0;

  /** How many lines are complete. */
  get lines(): number {
    return this.#line;
  }

  /** How long the line is that the pieces so far have left open, in bytes. */
  get open(): number {
    return this.#restBytes;
  }

  /**
   * The lines that end in this piece.
   *
   * @param ended told of each line and the place in the piece behind its newline.
   */
  split(piece: Buffer, ended?: (line: number, end: number) => void): readonly RawLine[] {
    const lines: RawLine[] = [];
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      lines.push(this.#completed(piece.subarray(start, end)));
      start = end + 1;
      ended?.(this.#line, start);
    }
    this.#keep(piece.subarray(start));
    return lines;
  }

  /** The last line when no newline ends it. */
  last(): readonly RawLine[] {
    return this.#rest.length === 0 ? [] : [this.#completed(Buffer.alloc(0))];
  }

  #keep(rest: Buffer): void {
    if (rest.length === 0) return;
    this.#rest.push(Buffer.from(rest));
    this.#restBytes += rest.length;
  }

  #completed(end: Buffer): RawLine {
    const bytes = this.#rest.length === 0 ? end : Buffer.concat([...this.#rest, end]);
    this.#rest = [];
    this.#restBytes = 0;
    this.#line += 1;
    return { line: this.#line, bytes };
  }
}
