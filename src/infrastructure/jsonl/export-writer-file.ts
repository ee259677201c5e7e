import type { ExportFile, WrittenFile } from '../../application/ports/export-writer.port.js';
import type { SplicedLine } from '../../domain/export/spliced-line.js';
import { LINES_PER_BLOCK } from '../../domain/export/verify/manifest-faults.js';
import type { StoredSize } from './compressed-file.js';
import { LineDigest } from './line-digest.js';
import { LineDigestThread } from './line-digest-thread.js';

const BUFFER_BYTES = 1 << 20;
/** So many may be on their way: more than are filled while the thread that hashes them starts. */
const BUFFERS = 8;
/** UTF-8 needs at most three bytes for a UTF-16 code unit. */
const BYTES_PER_UNIT = 3;
const NEWLINE = 0x0a;

/** Where an export's text goes. */
interface TextSink {
  readonly path: string;
  readonly regular: boolean;
  append(bytes: Uint8Array): Promise<void>;
  /** @returns what lies on the disk, where that is not the text itself. */
  commit(): Promise<StoredSize | undefined>;
  abort(): Promise<void>;
}

/** An export in the making: one buffer fills while others are hashed and on their way to the disk, in turn. */
export class BufferedExportFile implements ExportFile {
  /** A file that outgrows a buffer is hashed on a thread of its own. */
  #digest: LineDigest | LineDigestThread | undefined;
  #buffer = sharedBuffer();
  #used = 0;
  readonly #free: Buffer[] = [];
  /** One for each buffer, the first to arrive first. */
  readonly #onTheirWay: Promise<unknown>[] = [];
  #blockEnds: number[] = [];
  #records = 0;
  #bytes = 0;
  #sending: Promise<unknown> = Promise.resolve();

  constructor(private readonly file: TextSink) {}

  get path(): string {
    return this.file.path;
  }

  get regular(): boolean {
    return this.file.regular;
  }

  write(line: string | SplicedLine): Promise<void> | undefined {
    const parts = typeof line === 'string' ? { before: line, utf8: '', after: '' } : line;
    const most = mostBytes(parts);
    if (most > BUFFER_BYTES) return this.#writeLong(parts);
    if (this.#used + most <= BUFFER_BYTES) {
      this.#put(parts);
      return undefined;
    }
    return this.#flush().then(() => {
      this.#put(parts);
    });
  }

  async commit(): Promise<WrittenFile> {
    try {
      return await this.#commit();
    } catch (error) {
      await this.abort();
      throw error;
    }
  }

  async abort(): Promise<void> {
    // Whatever the last write says, the file goes away.
    await this.#sending.catch(() => undefined);
    await this.#endThread();
    await this.file.abort();
  }

  async #commit(): Promise<WrittenFile> {
    const digest = (this.#digest ??= new LineDigest());
    await this.#flush();
    await this.#sending;
    const { sha256, blocks } = await digest.finish();
    await this.#endThread();
    const text = { bytes: this.#bytes, sha256 };
    const stored = await this.file.commit();
    const counts = { path: this.path, records: this.#records, blocks, regular: this.regular };
    return { ...counts, ...(stored ?? text), uncompressed: stored === undefined ? null : text };
  }

  async #endThread(): Promise<void> {
    if (this.#digest instanceof LineDigestThread) await this.#digest.close();
  }

  #put(parts: SplicedLine): void {
    this.#used = putLine(this.#buffer, this.#used, parts);
    this.#countLine(this.#used);
  }

  #countLine(end: number): void {
    this.#records += 1;
    if (this.#records % LINES_PER_BLOCK === 0) this.#blockEnds.push(end);
  }

  /** A line that may not fit any buffer goes its way by itself. */
  async #writeLong(parts: SplicedLine): Promise<void> {
    await this.#flush();
    const room = Buffer.allocUnsafe(mostBytes(parts));
    const bytes = room.subarray(0, putLine(room, 0, parts));
    this.#countLine(bytes.length);
    await this.#send(bytes);
  }

  /** Sends the buffer, and goes on with an empty one. */
  async #flush(): Promise<void> {
    const full = this.#buffer;
    const arrival = this.#send(full.subarray(0, this.#used)).then(() => {
      void this.#onTheirWay.shift();
      this.#free.push(full);
    });
    arrival.catch(() => undefined);
    this.#onTheirWay.push(arrival);
    if (this.#onTheirWay.length >= BUFFERS) await this.#onTheirWay[0];
    this.#buffer = this.#free.pop() ?? sharedBuffer();
    this.#used = 0;
  }

  /** After a failure nothing more is sent, and whoever awaits one of the next is told. */
  #send(bytes: Uint8Array): Promise<unknown> {
    const [digest, ends] = [(this.#digest ??= new LineDigestThread()), this.#blockEnds];
    this.#sending = this.#sending.then(() => Promise.all([digest.update(bytes, ends), this.file.append(bytes)]));
    this.#sending.catch(() => undefined);
    this.#blockEnds = [];
    this.#bytes += bytes.length;
    return this.#sending;
  }
}

/** Memory that threads share. */
function sharedBuffer(): Buffer {
  return Buffer.from(new SharedArrayBuffer(BUFFER_BYTES));
}

function mostBytes({ before, utf8, after }: SplicedLine): number {
  return (before.length + after.length) * BYTES_PER_UNIT + utf8.length + 1;
}

/** Writes a line and its newline into a buffer; gives the place behind them. */
function putLine(buffer: Buffer, start: number, { before, utf8, after }: SplicedLine): number {
  let end = start + buffer.write(before, start, 'utf8');
  end += buffer.write(utf8, end, 'latin1');
  end += buffer.write(after, end, 'utf8');
  buffer[end] = NEWLINE;
  return end + 1;
}
