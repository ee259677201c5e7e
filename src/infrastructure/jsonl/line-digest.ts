import { createHash } from 'node:crypto';

/** The hashes of a file of lines. */
export interface LineHashes {
  readonly sha256: string;
  /** Of each block of lines, so that a difference can be found without reading everything. */
  readonly blocks: readonly string[];
}

/** Hashes a file of lines as a whole and by blocks of lines, from large pieces that need not end with a line. */
export class LineDigest {
  readonly #whole = createHash('sha256');
  #block = createHash('sha256');
  readonly #blocks: string[] = [];
  #pending = false;

  /** Takes in the next bytes; `ends` are the places in them, in order, at which a block of lines is complete. */
  update(bytes: Uint8Array, ends: readonly number[]): void {
    this.#whole.update(bytes);
    let start = 0;
    for (const end of ends) {
      this.#feed(bytes.subarray(start, end));
      this.#closeBlock();
      start = end;
    }
    this.#feed(bytes.subarray(start));
  }

  /** The hashes; call it once. */
  finish(): LineHashes {
    if (this.#pending) this.#closeBlock();
    return { sha256: this.#whole.digest('hex'), blocks: this.#blocks };
  }

  #feed(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#block.update(bytes);
    this.#pending = true;
  }

  #closeBlock(): void {
    this.#blocks.push(this.#block.digest('hex'));
    this.#block = createHash('sha256');
    this.#pending = false;
  }
}
