import { BSON } from 'mongodb';
import type { MongoDocument } from './mongo-connection.js';

/** The length at the start of a BSON document, and the NUL at its end: https://bsonspec.org/spec.html. */
const HEAD = 4;
const TAIL = 1;
const STRING_TYPE = 2;

/** A document as it lies in the server, which is compared with another without being decoded. */
export class StoredBytes {
  readonly #bytes: Buffer;
  readonly #elements: Iterable<readonly [type: number, nameAt: number, nameLength: number, at: number, length: number]>;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#elements = BSON.onDemand.parseToElements(bytes);
  }

  /** A text at the top of the document; `undefined` when there is none of that name. */
  text(name: string): string | undefined {
    for (const [type, nameAt, nameLength, at, length] of this.#elements) {
      if (type === STRING_TYPE && this.#bytes.toString('latin1', nameAt, nameAt + nameLength) === name) {
        return this.#bytes.toString('utf8', at + HEAD, at + length - TAIL);
      }
    }
    return undefined;
  }

  /** Is this the given content, apart from `_id` (which servers keep first)? Another size tells without looking. */
  holds(content: MongoDocument, size = BSON.calculateObjectSize(content)): boolean {
    const [id] = this.#elements;
    const start = id === undefined ? HEAD : id[3] + id[4];
    if (this.#bytes.length - start + HEAD !== size) return false;
    const other = BSON.serialize(content);
    return this.#bytes.subarray(start, -TAIL).equals(other.subarray(HEAD, -TAIL));
  }

  /** Its `_id`, whatever type that has. */
  get id(): MongoDocument['_id'] {
    const text = this.text('_id');
    return text ?? (BSON.deserialize(this.#bytes) as MongoDocument)._id;
  }
}
