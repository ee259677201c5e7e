import { isUtf8 } from 'node:buffer';
import { BSON } from 'mongodb';
import { toIso } from '../../../domain/time/instant.js';
import { isMomentName } from '../documents/moment-places.js';

/** The length at the start of a BSON string, and the NUL at its end: https://bsonspec.org/spec.html. */
const HEAD = 4;
const TAIL = 1;
/** What JSON has a form for that reads back the same. */
const TYPE = { double: 1, string: 2, document: 3, array: 4, bool: 8, date: 9, null: 10, int32: 16, int64: 18 };
const LAST_ISO = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

type Element = readonly [type: number, nameAt: number, nameLength: number, at: number, length: number];

/**
 * Writes a document as it came from a server as the JSON that other stores keep of it: moments in ISO 8601 where
 * documents keep them, without `_id`.
 * Texts are not decoded: their bytes are those of the JSON, but for what JSON escapes. Control characters other than line
 * feeds stay bare, so that what comes of them is no JSON.
 *
 * @returns the JSON, each character one byte of UTF-8; `undefined` for a document with anything that JSON has no form for,
 *   which has to be decoded.
 */
export function bsonJson(bytes: Uint8Array): string | undefined {
  return new BsonReader(bytes).document(0);
}

class BsonReader {
  readonly #bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  document(start: number): string | undefined {
    let json = '';
    for (const element of this.#elements(start)) {
      const [, nameAt, nameLength] = element;
      const name = this.#bytes.toString('latin1', nameAt, nameAt + nameLength);
      if (name === '_id' && start === 0) continue;
      const value = name.startsWith('$') ? undefined : this.#value(element, name);
      if (value === undefined) return undefined;
      json += `${json === '' ? '' : ','}${JSON.stringify(name)}:${value}`;
    }
    return `{${json}}`;
  }

  #elements(start: number): Iterable<Element> {
    return BSON.onDemand.parseToElements(this.#bytes, start);
  }

  #array(start: number): string | undefined {
    let json = '';
    for (const element of this.#elements(start)) {
      const value = this.#value(element, '');
      if (value === undefined) return undefined;
      json += json === '' ? value : `,${value}`;
    }
    return `[${json}]`;
  }

  #value([type, , , at, length]: Element, name: string): string | undefined {
    if (type === TYPE.string) return this.#text(at + HEAD, at + length - TAIL);
    if (type === TYPE.document) return this.document(at);
    if (type === TYPE.array) return this.#array(at);
    if (type === TYPE.bool) return this.#bytes[at] === 0 ? 'false' : 'true';
    if (type === TYPE.null) return 'null';
    if (type !== TYPE.date) return this.#number(type, at);
    return isMomentName(name) ? this.#moment(at) : undefined;
  }

  #text(start: number, end: number): string | undefined {
    return isUtf8(this.#bytes.subarray(start, end)) ? quoted(this.#bytes.toString('latin1', start, end)) : undefined;
  }

  #number(type: number, at: number): string | undefined {
    if (type === TYPE.int32) return String(this.#bytes.readInt32LE(at));
    const value = type === TYPE.double ? this.#bytes.readDoubleLE(at) : this.#long(type, at);
    return Number.isFinite(value) ? JSON.stringify(value) : undefined;
  }

  /** NaN for anything but a whole number that JavaScript can hold. */
  #long(type: number, at: number): number {
    const value = type === TYPE.int64 ? Number(this.#bytes.readBigInt64LE(at)) : Number.NaN;
    return Number.isSafeInteger(value) ? value : Number.NaN;
  }

  #moment(at: number): string | undefined {
    const instant = Number(this.#bytes.readBigInt64LE(at));
    return instant < 0 || instant > LAST_ISO ? undefined : `"${toIso(instant)}"`;
  }
}

/** Searches for one character at a time take a seventh of what `JSON.stringify` takes. */
function quoted(text: string): string {
  if (text.includes('"') || text.includes('\\')) return JSON.stringify(text);
  return text.includes('\n') ? `"${text.replaceAll('\n', '\\n')}"` : `"${text}"`;
}
