import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LineHashes } from './line-digest.js';

/** What the thread is told: a piece and where blocks end in it, or that there are no more. */
export type LineDigestMessage = { readonly bytes: Uint8Array; readonly ends: readonly number[] } | 'finish';

/** Hashes a file of lines on a thread of its own; bytes in shared memory are not copied on their way there. */
export class LineDigestThread {
  readonly #worker = new Worker(new URL('./line-digest.worker.js', import.meta.url));

  /** Takes in the next bytes, as {@link LineDigest} does; they may change when it is done. Wait for it before the next. */
  async update(bytes: Uint8Array, ends: readonly number[]): Promise<void> {
    await this.#ask({ bytes, ends });
  }

  /** The hashes; call it once. */
  async finish(): Promise<LineHashes> {
    return (await this.#ask('finish')) as LineHashes;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #ask(message: LineDigestMessage): Promise<unknown> {
    this.#worker.postMessage(message);
    const [answer] = (await once(this.#worker, 'message')) as [unknown];
    return answer;
  }
}
