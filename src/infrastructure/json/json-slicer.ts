import { JsonFault } from './json-fault.js';
import type { JsonLimits } from './json-limits.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const COMMA = 0x2c;
const SPACE = 0x20;

/** The bytes of one JSON value, cut out of a stream of chunks: by brackets, quotes and backslashes, nothing else. */
export class JsonSlicer {
  #start = 0;
  #size = 0;
  #depth = 0;
  #outerDepth = 0;
  #inString = false;
  #escaped = false;
  #bare = false;
  #keep = true;
  #pieces: Buffer[] = [];

  constructor(readonly limits: JsonLimits) {}

  /**
   * Begins a value whose first byte comes next.
   *
   * @param offset - where the value starts in the file.
   * @param outerDepth - how many brackets are open around it.
   * @param keep - false to pass over the value without holding its bytes.
   */
  begin(first: number, offset: number, outerDepth: number, keep: boolean): void {
    this.#start = offset;
    this.#size = 0;
    this.#depth = 0;
    this.#outerDepth = outerDepth;
    this.#inString = false;
    this.#escaped = false;
    this.#bare = first !== QUOTE && first !== OPEN_BRACE && first !== OPEN_BRACKET;
    this.#keep = keep;
    this.#pieces = [];
  }

  /** Where the value starts in the file. */
  get start(): number {
    return this.#start;
  }

  /**
   * Takes bytes of the chunk from `from` on.
   *
   * @returns the index behind the value's last byte, or −1 when the chunk ends first.
   * @throws JsonFault when the value is larger or nests deeper than the limits allow.
   */
  feed(chunk: Buffer, from: number): number {
    const room = from + this.limits.valueBytes - this.#size;
    const end = this.#bare ? this.#scanBare(chunk, from, room) : this.#scan(chunk, from, room);
    const stop = end === -1 ? chunk.length : end;
    this.#size += stop - from;
    if (end === -1 && chunk.length >= room) throw this.#tooLarge();
    if (this.#keep) this.#hold(chunk, from, stop, end !== -1);
    return end;
  }

  /** The value's bytes; valid until the next chunk is read into the same memory. */
  take(): Buffer {
    const [only] = this.#pieces;
    const bytes = this.#pieces.length === 1 && only !== undefined ? only : Buffer.concat(this.#pieces);
    this.#pieces = [];
    return bytes;
  }

  /** What is missing when the file ends inside the value. */
  unfinished(): string {
    return this.#inString ? 'the file ends inside a string' : 'the file ends inside a value';
  }

  /** True when the end of the file may end the value: numbers and literals have no closing byte. */
  get endsWithFile(): boolean {
    return this.#bare;
  }

  /** Pieces that must outlive their chunk are copied: the reader fills the same memory again. */
  #hold(chunk: Buffer, from: number, stop: number, complete: boolean): void {
    const piece = chunk.subarray(from, stop);
    this.#pieces.push(complete ? piece : Buffer.from(piece));
  }

  #scanBare(chunk: Buffer, from: number, room: number): number {
    const stop = Math.min(chunk.length, room);
    for (let index = from; index < stop; index++) {
      const byte = chunk[index];
      if (byte === undefined || byte <= SPACE || byte === COMMA) return index;
      if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) return index;
    }
    return -1;
  }

  // The inner loop of every import: one function, locals only.
  // eslint-disable-next-line complexity, max-lines-per-function -- a call a byte would cost more than the work
  #scan(chunk: Buffer, from: number, room: number): number {
    const stop = Math.min(chunk.length, room);
    let depth = this.#depth;
    let inString = this.#inString;
    let escaped = this.#escaped;
    let end = -1;
    for (let index = from; index < stop; index++) {
      const byte = chunk[index];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
        else continue;
      } else if (byte === QUOTE) inString = true;
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (++depth + this.#outerDepth > this.limits.depth) throw this.#tooDeep(index - from);
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth--;
      else continue;
      if (depth === 0 && !inString) {
        end = index + 1;
        break;
      }
    }
    this.#depth = depth;
    this.#inString = inString;
    this.#escaped = escaped;
    return end;
  }

  #tooDeep(ahead: number): JsonFault {
    const offset = this.#start + this.#size + ahead;
    return new JsonFault(offset, `brackets nest deeper than ${this.limits.depth} levels`);
  }

  #tooLarge(): JsonFault {
    return new JsonFault(this.#start, `one value is larger than ${this.limits.valueBytes} bytes`);
  }
}
