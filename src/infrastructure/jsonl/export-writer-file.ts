import type { ExportFile, WrittenFile } from '../../application/ports/export-writer.port.js';
import type { SplicedLine } from '../../domain/export/spliced-line.js';
import { LINES_PER_BLOCK } from '../../domain/export/verify/manifest-faults.js';
import type { StoredSize } from './compressed-file.js';
import { LineDigest } from './line-digest.js';
import { LineDigestThread } from './line-digest-thread.js';

const BUFFER_BYTES = 1 << 20;
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

/** An export in the making: one buffer fills while the other one is hashed and on its way to the disk. */
export class BufferedExportFile implements ExportFile {
  /** A file that outgrows a buffer is hashed on a thread of its own. */
  #digest: LineDigest | LineDigestThread | undefined;
  #buffer = sharedBuffer();
  #spare = sharedBuffer();
  #used = 0;
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
    await this.#sending;
  }

  /** Waits until the other buffer is done with, and sends this one after it. */
  async #flush(): Promise<void> {
    await this.#send(this.#buffer.subarray(0, this.#used));
    [this.#buffer, this.#spare] = [this.#spare, this.#buffer];
    this.#used = 0;
  }

  async #send(bytes: Uint8Array): Promise<void> {
    await this.#sending;
    this.#digest ??= new LineDigestThread();
    this.#sending = Promise.all([this.#digest.update(bytes, this.#blockEnds), this.file.append(bytes)]);
    // A failure is told by whoever awaits the next; here it only must not count as unhandled.
    this.#sending.catch(() => undefined);
    this.#blockEnds = [];
    this.#bytes += bytes.length;
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
