import type { Compression } from '../../domain/export/compression.js';
import type { SplicedLine } from '../../domain/export/spliced-line.js';

/** What a committed export file holds. */
export interface WrittenFile {
  /** Where it is: the path that was asked for, or what that path links to. */
  readonly path: string;
  readonly records: number;
  readonly bytes: number;
  /** SHA-256 of the whole file. */
  readonly sha256: string;
  /** Size and SHA-256 before compression; `null` where there was none. */
  readonly uncompressed: { readonly bytes: number; readonly sha256: string } | null;
  /** SHA-256 of every 1,000 lines before compression, newlines included; the last of what is left. */
  readonly blocks: readonly string[];
  /** `false` when the target is a device or a pipe: then nothing can be checked later. */
  readonly regular: boolean;
}

/** An export that is being written; nobody sees it before `commit`. */
export interface ExportFile {
  /** Where it will be: the path that was asked for, or what that path links to. */
  readonly path: string;
  /** `false` when the target is a device or a pipe. */
  readonly regular: boolean;
  /**
   * Adds a line (without its newline). What it returns, if anything, has to be awaited before the next line: that is the
   * back-pressure of the disk.
   */
  write(line: string | SplicedLine): Promise<void> | undefined;
  /** Makes everything durable and puts the file in its place. */
  commit(): Promise<WrittenFile>;
  /** Takes back whatever was written, folders made for it included. */
  abort(): Promise<void>;
}

/** Writes line files of any size with little memory, hashing on the way. */
export interface ExportWriter {
  /**
   * Opens a file for lines of UTF-8 text; missing folders are made.
   *
   * @param compression adds its suffix to the name, unless it has it or is that of a device or a pipe.
   * @throws EXPORT_COMPRESSION_UNSUPPORTED; FILE_WRITE_FAILED, DISK_FULL, from all three methods too; nothing half-written is left.
   */
  open(path: string, compression?: Compression): Promise<ExportFile>;
}
