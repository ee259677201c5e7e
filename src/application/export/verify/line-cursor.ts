import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { TextLine } from '../../ports/export-folders.port.js';

/** What looks on while the lines of a file go by. */
export interface LineObserver {
  check(line: TextLine): void;
  /** So many lines were read at once. */
  advance(lines: number): void;
}

/** Hands out the lines of a file one by one; waits only when a group is used up. */
export class LineCursor {
  readonly #groups: AsyncIterator<readonly TextLine[]>;
  #group: readonly TextLine[] = [];
  #at = 0;

  constructor(
    groups: AsyncIterable<readonly TextLine[]>,
    private readonly observer: LineObserver,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.#groups = groups[Symbol.asyncIterator]();
  }

  /** The next line at hand; nothing when `more` has to be asked. */
  next(): TextLine | undefined {
    const line = this.#group[this.#at];
    if (line === undefined) return undefined;
    this.#at += 1;
    this.observer.check(line);
    return line;
  }

  /** The next line of the file; nothing at its end. @throws INTERRUPTED, and what the reading throws. */
  async more(): Promise<TextLine | undefined> {
    while (this.#at >= this.#group.length) {
      if (this.signal?.aborted === true) throw new EtalonError('INTERRUPTED', 'The check was interrupted');
      const group = await this.#groups.next();
      if (group.done === true) return undefined;
      this.#group = group.value;
      this.#at = 0;
      this.observer.advance(group.value.length);
    }
    return this.next();
  }

  /** Reads to the end. */
  async drain(): Promise<void> {
    let line: TextLine | undefined;
    do {
      line = this.next() ?? (await this.more());
    } while (line !== undefined);
  }

  /** Lets go of a file that is not read to its end. */
  async close(): Promise<void> {
    await this.#groups.return?.();
  }
}
