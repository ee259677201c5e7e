import { JsonFault } from '../json/json-fault.js';
import type { JsonPathNode } from '../json/json-path-node.js';
import { JsonWalker } from '../json/json-walker.js';
import type { DocumentSplitter, SplitValue } from './document-splitter.js';
import { DOCUMENT_LIMITS } from './document-splitter.js';

type Role = 'array' | 'document';

const ARRAY: JsonPathNode<Role> = {
  role: 'array',
  expect: 'array',
  children: { '*': { role: 'document', expect: 'any', whole: true } },
};

/** The elements of one array. A broken one ends the reading: where the next begins cannot be known. */
export class ArraySplitter implements DocumentSplitter {
  readonly #walker: JsonWalker<Role>;
  #values: SplitValue[] = [];
  #elements = 0;
  #offset: number;
  lastEnd: number;

  constructor(
    /** Bytes before the first chunk. */
    private readonly start: number,
  ) {
    this.#offset = start;
    this.lastEnd = start;
    this.#walker = new JsonWalker(
      ARRAY,
      { opened: () => undefined, closed: () => undefined, value: this.#add },
      DOCUMENT_LIMITS,
    );
  }

  push(chunk: Buffer): readonly SplitValue[] {
    this.#located(() => {
      this.#walker.push(chunk);
    });
    this.#offset += chunk.length;
    return this.#take();
  }

  finish(): readonly SplitValue[] {
    this.#located(() => {
      this.#walker.finish();
    });
    return this.#take();
  }

  #located(work: () => void): void {
    try {
      work();
    } catch (fault) {
      throw fault instanceof JsonFault ? new JsonFault(this.start + fault.offset, fault.problem) : fault;
    }
  }

  readonly #add = (_role: Role, value: unknown): void => {
    this.#elements += 1;
    this.#values.push({ state: 'value', place: `element ${this.#elements}`, value });
  };

  #take(): readonly SplitValue[] {
    const values = this.#values;
    this.#values = [];
    if (values.length > 0) this.lastEnd = this.#offset;
    return values;
  }
}
