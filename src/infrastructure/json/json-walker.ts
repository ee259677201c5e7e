import { isUtf8 } from 'node:buffer';
import { JsonFault } from './json-fault.js';
import type { JsonLimits } from './json-limits.js';
import type { JsonPathNode, JsonVisitor } from './json-path-node.js';
import { JsonSlicer } from './json-slicer.js';
import { firstInvalidUtf8 } from './first-invalid-utf8.js';

type Expecting = 'value' | 'value_or_close' | 'key' | 'key_or_close' | 'colon' | 'comma_or_close' | 'end';

interface Frame<Role extends string> {
  readonly array: boolean;
  readonly node: JsonPathNode<Role> | undefined;
}

const WHITE_SPACE: ReadonlySet<number> = new Set([0x20, 0x0a, 0x0d, 0x09]);
const BOM = [0xef, 0xbb, 0xbf];
const [QUOTE, COMMA, COLON] = [0x22, 0x2c, 0x3a];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Reads one JSON document from chunks of bytes, any way it is cut, and hands on the parts that were asked for. It holds
 * one value at a time and nothing of what it passes over; everything outside the values it checks against the grammar.
 */
export class JsonWalker<Role extends string> {
  readonly #slicer: JsonSlicer;
  readonly #frames: Frame<Role>[] = [];
  #expecting: Expecting = 'value';
  #offset = 0;
  #slicing = false;
  #node: JsonPathNode<Role> | undefined;

  /** @param passOver - values of this role are not parsed, their text goes unchecked: only their offsets are told. */
  constructor(
    root: JsonPathNode<Role> | undefined,
    private readonly visitor: JsonVisitor<Role>,
    private readonly limits: JsonLimits,
    private readonly passOver?: Role,
  ) {
    this.#node = root;
    this.#slicer = new JsonSlicer(limits);
  }

  /** Takes the next bytes. @throws JsonFault */
  push(chunk: Buffer): void {
    const base = this.#offset;
    let index = 0;
    while (index < chunk.length) {
      this.#offset = base + index;
      index = this.#slicing ? this.#slice(chunk, index) : this.#step(chunk, index);
    }
    this.#offset = base + chunk.length;
  }

  /** Says that no more bytes come. @throws JsonFault when the document is not complete. */
  finish(): void {
    if (this.#slicing && this.#slicer.endsWithFile) this.#complete();
    if (this.#slicing) throw new JsonFault(this.#offset, this.#slicer.unfinished());
    if (this.#expecting === 'end') return;
    const open = this.#frames.length > 0;
    throw new JsonFault(this.#offset, open ? 'the file ends inside a value' : 'the file is empty');
  }

  /** One byte between values. */
  #step(chunk: Buffer, index: number): number {
    const byte = chunk[index] ?? 0;
    if (WHITE_SPACE.has(byte) || (byte === BOM[this.#offset] && this.#frames.length === 0)) return index + 1;
    if (this.#closes(byte)) this.#close();
    else if (this.#expecting === 'colon' && byte === COLON) this.#expecting = 'value';
    else if (this.#expecting === 'comma_or_close' && byte === COMMA) this.#next();
    else return this.#begin(byte, index);
    return index + 1;
  }

  #closes(byte: number): boolean {
    const top = this.#frames.at(-1);
    if (top === undefined || byte !== (top.array ? CLOSE_BRACKET : CLOSE_BRACE)) return false;
    return this.#expecting.endsWith('_or_close');
  }

  #next(): void {
    const array = this.#frames.at(-1)?.array === true;
    this.#expecting = array ? 'value' : 'key';
    if (array) this.#node = this.#child('*');
  }

  /** The first byte of a key or a value; it is looked at again by whoever takes it. */
  #begin(byte: number, index: number): number {
    if (!this.#mayBegin(byte)) throw this.#unexpected(byte);
    const container = byte === OPEN_BRACE || byte === OPEN_BRACKET;
    if (!this.#atKey) this.#checkKind(byte);
    if (container && this.#node?.whole !== true) return this.#open(byte, index);
    this.#slicing = true;
    this.#slicer.begin(byte, this.#offset, this.#frames.length, !this.#passes());
    return index;
  }

  get #atKey(): boolean {
    return this.#expecting === 'key' || this.#expecting === 'key_or_close';
  }

  #mayBegin(byte: number): boolean {
    if (this.#atKey) return byte === QUOTE;
    return (this.#expecting === 'value' || this.#expecting === 'value_or_close') && startsValue(byte);
  }

  #checkKind(byte: number): void {
    const expect = this.#node?.expect ?? 'any';
    const found = byte === OPEN_BRACE ? 'object' : byte === OPEN_BRACKET ? 'array' : 'scalar';
    if (expect === 'any' || expect === found) return;
    const where = this.#frames.length === 0 ? 'the file' : `\`${this.#node?.role ?? ''}\``;
    throw new JsonFault(this.#offset, `${where} must be an ${expect}`);
  }

  #open(byte: number, index: number): number {
    if (this.#frames.length >= this.limits.depth)
      throw new JsonFault(this.#offset, `brackets nest deeper than ${this.limits.depth} levels`);
    const array = byte === OPEN_BRACKET;
    const node = this.#node;
    this.#frames.push({ array, node });
    this.#expecting = array ? 'value_or_close' : 'key_or_close';
    this.#node = array ? this.#child('*') : undefined;
    if (node !== undefined) this.visitor.opened(node.role, this.#offset);
    return index + 1;
  }

  #close(): void {
    const frame = this.#frames.pop();
    this.#afterValue();
    if (frame?.node !== undefined) this.visitor.closed(frame.node.role);
  }

  #afterValue(): void {
    this.#expecting = this.#frames.length === 0 ? 'end' : 'comma_or_close';
    this.#node = undefined;
  }

  #child(key: string): JsonPathNode<Role> | undefined {
    const children = this.#frames.at(-1)?.node?.children;
    return children !== undefined && Object.hasOwn(children, key) ? children[key] : undefined;
  }

  #slice(chunk: Buffer, index: number): number {
    const end = this.#slicer.feed(chunk, index);
    if (end === -1) return chunk.length;
    this.#complete();
    return end;
  }

  #passes(): boolean {
    return this.passOver !== undefined && this.#node?.role === this.passOver;
  }

  #complete(): void {
    this.#slicing = false;
    const start = this.#slicer.start;
    const value = this.#passes() ? undefined : this.#parsed(this.#slicer.take(), start);
    if (this.#atKey) {
      this.#node = this.#child(value as string);
      this.#expecting = 'colon';
      return;
    }
    const node = this.#node;
    this.#afterValue();
    if (node !== undefined) this.visitor.value(node.role, value, start);
  }

  #parsed(bytes: Buffer, start: number): unknown {
    if (!isUtf8(bytes)) throw new JsonFault(start + firstInvalidUtf8(bytes), 'the bytes are not UTF-8');
    try {
      return JSON.parse(bytes.toString('utf8')) as unknown;
    } catch {
      throw this.#located(bytes, start);
    }
  }

  /** Where a value that does not parse goes wrong: a walker that goes into everything stops at the exact byte. */
  #located(bytes: Buffer, start: number): JsonFault {
    const container = bytes[0] === OPEN_BRACE || bytes[0] === OPEN_BRACKET;
    if (!container) return new JsonFault(start, bytes[0] === QUOTE ? 'a broken string' : 'not a JSON value');
    try {
      new JsonWalker(undefined, SILENT, this.limits).push(bytes);
    } catch (fault) {
      if (fault instanceof JsonFault) return new JsonFault(start + fault.offset, fault.problem);
      throw fault;
    }
    return new JsonFault(start, 'not a JSON value');
  }

  #unexpected(byte: number): JsonFault {
    const wanted: Record<Expecting, string> = {
      value: 'a value',
      value_or_close: 'a value or `]`',
      key: 'a key',
      key_or_close: 'a key or `}`',
      colon: '`:`',
      comma_or_close: this.#frames.at(-1)?.array === true ? '`,` or `]`' : '`,` or `}`',
      end: 'the end of the file',
    };
    return new JsonFault(this.#offset, `expected ${wanted[this.#expecting]}, found ${printable(byte)}`);
  }
}

const SILENT: JsonVisitor<string> = {
  opened: () => undefined,
  closed: () => undefined,
  value: () => undefined,
};

/** Quotes, brackets, digits, a minus, and the letters that literals begin with. */
function startsValue(byte: number): boolean {
  if (byte === QUOTE || byte === OPEN_BRACE || byte === OPEN_BRACKET || byte === 0x2d) return true;
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x74 || byte === 0x66 || byte === 0x6e;
}

function printable(byte: number): string {
  if (byte > 0x20 && byte < 0x7f) return `\`${String.fromCharCode(byte)}\``;
  return `byte 0x${byte.toString(16).padStart(2, '0')}`;
}
