import { JsonFault } from '../json/json-fault.js';
import { ArraySplitter } from './array-splitter.js';
import type { DocumentSplitter, SplitValue } from './document-splitter.js';
import { DOCUMENT_LIMITS } from './document-splitter.js';
import { LineSplitter } from './line-splitter.js';

const OPEN_BRACKET = 0x5b;
const NEWLINE = 0x0a;
const BOM_AND_WHITE: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf, 0x20, 0x0a, 0x0d, 0x09]);

/** Told the first bytes of a text that are not white space, and where they stand; throws when nothing can be made of them. */
export type OnHead = (head: Buffer, offset: number) => void;

/**
 * Reads the values of a text, one a line or those of one array, as its first byte tells. However long it is, it holds
 * one value; where none ends for 32 MiB (one endless value, white space without end) the reading ends.
 *
 * @throws JsonFault
 */
export async function* splitDocuments(chunks: AsyncIterable<Buffer>, onHead: OnHead): AsyncGenerator<SplitValue> {
  const text = new Text(onHead);
  for await (const chunk of chunks) yield* text.push(chunk);
  yield* text.finish();
}

class Text {
  #splitter: DocumentSplitter | undefined;
  #offset = 0;
  #lines = 0;

  constructor(private readonly onHead: OnHead) {}

  push(chunk: Buffer): readonly SplitValue[] {
    const rest = this.#splitter === undefined ? this.#withoutWhite(chunk) : chunk;
    if (rest.length > 0) this.#splitter ??= this.#splitterFor(rest);
    const values = this.#splitter?.push(rest) ?? [];
    this.#offset += rest.length;
    const lastEnd = this.#splitter?.lastEnd ?? 0;
    if (this.#offset - lastEnd <= DOCUMENT_LIMITS.valueBytes) return values;
    throw new JsonFault(lastEnd, `no document ends within ${DOCUMENT_LIMITS.valueBytes} bytes`);
  }

  finish(): readonly SplitValue[] {
    return this.#splitter?.finish() ?? [];
  }

  #withoutWhite(chunk: Buffer): Buffer {
    const begin = chunk.findIndex((byte) => !BOM_AND_WHITE.has(byte));
    const white = chunk.subarray(0, begin === -1 ? chunk.length : begin);
    this.#offset += white.length;
    this.#lines += white.filter((byte) => byte === NEWLINE).length;
    return chunk.subarray(white.length);
  }

  #splitterFor(head: Buffer): DocumentSplitter {
    this.onHead(head, this.#offset);
    return head[0] === OPEN_BRACKET ? new ArraySplitter(this.#offset) : new LineSplitter(this.#offset, this.#lines);
  }
}
