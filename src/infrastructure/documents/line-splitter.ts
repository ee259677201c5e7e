import { JsonFault } from '../json/json-fault.js';
import type { JsonPathNode } from '../json/json-path-node.js';
import { JsonWalker } from '../json/json-walker.js';
import type { DocumentSplitter, SplitValue } from './document-splitter.js';
import { DOCUMENT_LIMITS } from './document-splitter.js';

const NEWLINE = 0x0a;
const LAST_WHITE = 0x20;
const LINE: JsonPathNode<'document'> = { role: 'document', expect: 'any', whole: true };

/** One value a line; empty lines are passed over, and a broken line does not keep the next from being read. */
export class LineSplitter implements DocumentSplitter {
  #rest: Buffer[] = [];
  #line = 0;
  #lineStart: number;
  #offset: number;
  lastEnd: number;

  constructor(
    /** Bytes before the first chunk. */
    start: number,
    /** Lines before the first chunk. */
    linesBefore: number,
  ) {
    this.#offset = start;
    this.#lineStart = start;
    this.lastEnd = start;
    this.#line = linesBefore;
  }

  push(chunk: Buffer): readonly SplitValue[] {
    const values: SplitValue[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      if (end === from && this.#rest.length === 0) this.#nextLine(this.#offset + end + 1);
      else values.push(...this.#complete(chunk.subarray(from, end), this.#offset + end + 1));
      from = end + 1;
    }
    if (from < chunk.length) this.#rest.push(Buffer.from(chunk.subarray(from)));
    this.#offset += chunk.length;
    return values;
  }

  finish(): readonly SplitValue[] {
    return this.#complete(Buffer.alloc(0), this.#offset);
  }

  #nextLine(next: number): void {
    this.#line += 1;
    this.#lineStart = next;
  }

  #complete(end: Buffer, next: number): readonly SplitValue[] {
    const bytes = this.#rest.length === 0 ? end : Buffer.concat([...this.#rest, end]);
    const start = this.#lineStart;
    this.#rest = [];
    this.#nextLine(next);
    if (bytes.every((byte) => byte <= LAST_WHITE)) return [];
    this.lastEnd = next;
    return [parsed(bytes, `line ${this.#line}`, start)];
  }
}

function parsed(bytes: Buffer, place: string, start: number): SplitValue {
  try {
    return { state: 'value', place, value: valueOf(bytes) };
  } catch (fault) {
    if (!(fault instanceof JsonFault)) throw fault;
    return { state: 'fault', place, fault: new JsonFault(start + fault.offset, fault.problem) };
  }
}

/** @throws JsonFault */
function valueOf(bytes: Buffer): unknown {
  let found: unknown;
  const value = (_role: string, read: unknown): void => {
    found = read;
  };
  const walker = new JsonWalker(LINE, { opened: () => undefined, closed: () => undefined, value }, DOCUMENT_LIMITS);
  walker.push(bytes);
  walker.finish();
  return found;
}
