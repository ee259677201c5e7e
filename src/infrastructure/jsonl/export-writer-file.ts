import type { ExportFile, WrittenFile } from '../../application/ports/export-writer.port.js';
import type { SplicedLine } from '../../domain/export/spliced-line.js';
import type { StoredSize } from './compressed-file.js';
import { LINES_PER_BLOCK, LineDigest } from './export-writer-digest.js';

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

/** An export in the making: one buffer fills while the other one is on its way to the disk. */
export class BufferedExportFile implements ExportFile {
  readonly #digest = new LineDigest();
  #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #spare = Buffer.allocUnsafe(BUFFER_BYTES);
  #used = 0;
  #blockEnds: number[] = [];
  #records = 0;
  #bytes = 0;
  #writing: Promise<void> = Promise.resolve();

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
      await this.#flush();
      await this.#writing;
    } catch (error) {
      await this.abort();
      throw error;
    }
    const { sha256, blocks } = this.#digest.finish();
    const text = { bytes: this.#bytes, sha256 };
    const stored = await this.file.commit();
    const counts = { path: this.path, records: this.#records, blocks, regular: this.regular };
    return { ...counts, ...(stored ?? text), uncompressed: stored === undefined ? null : text };
  }

  async abort(): Promise<void> {
    // Whatever the last write says, the file goes away.
    await this.#writing.catch(() => undefined);
    await this.file.abort();
  }

  #put(parts: SplicedLine): void {
    this.#used = putLine(this.#buffer, this.#used, parts);
    this.#countLine(this.#used);
  }

  #countLine(end: number): void {
    this.#records += 1;
    if (this.#records % LINES_PER_BLOCK === 0) this.#blockEnds.push(end);
  }

  /** A line that may not fit any buffer goes to the disk by itself. */
  async #writeLong(parts: SplicedLine): Promise<void> {
    await this.#flush();
    const room = Buffer.allocUnsafe(mostBytes(parts));
    const bytes = room.subarray(0, putLine(room, 0, parts));
    this.#countLine(bytes.length);
    this.#digest.update(bytes, this.#blockEnds);
    this.#blockEnds = [];
    this.#bytes += bytes.length;
    await this.#writing;
    await this.file.append(bytes);
  }

  /** Hashes the filled buffer, waits until the other one is on the disk, and sends this one after it. */
  async #flush(): Promise<void> {
    const full = this.#buffer.subarray(0, this.#used);
    this.#digest.update(full, this.#blockEnds);
    this.#blockEnds = [];
    this.#bytes += full.length;
    await this.#writing;
    this.#writing = this.file.append(full);
    // A failure is told by whoever awaits the write next; here it only must not count as unhandled.
    this.#writing.catch(() => undefined);
    [this.#buffer, this.#spare] = [this.#spare, this.#buffer];
    this.#used = 0;
  }
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
