import type { ManifestFile } from '../../domain/export/export-manifest.js';
import type { FoundFile } from '../../domain/export/verify/found-file.js';

/** What lies in a folder that exports go to. */
export interface ExportFolderContent {
  /** The text of `manifest.json`, of `schema_validation.json`; `null` where there is none. */
  readonly manifest: string | null;
  readonly validation: string | null;
  /** Names of files that look like exports. */
  readonly dataFiles: readonly string[];
  /** Names of what exports keep in the folder only while they run: locks and temporary files. */
  readonly leftovers: readonly string[];
}

/** A line as text, without its newline, and its number from 1. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
  /** `false` when the bytes are not UTF-8; the text then has U+FFFD in their place. */
  readonly valid: boolean;
}

/** One pass over a file of an export, a group of lines at a time. */
export interface ExportFileReading extends AsyncIterable<readonly TextLine[]> {
  /** What the file turned out to be; only once everything was read. */
  found(): FoundFile;
  /** Lets go of the file, read to its end or not. */
  close(): Promise<void>;
}

/** Reads export folders with suspicion: nothing in them is trusted, and no link out of them is followed. */
export interface ExportFolders {
  /**
   * @returns nothing when there is no such folder.
   * @throws EXPORT_FILE_UNSAFE for a document that is a link or no file, EXPORT_MANIFEST_INVALID for one that is too large
   *   or not UTF-8, FILE_READ_FAILED.
   */
  look(folder: string): Promise<ExportFolderContent | undefined>;
  /**
   * Opens a file that a manifest lists, compressed as that says. Decompression ends at the first byte beyond the stated
   * size, so that a small file cannot become a large one.
   *
   * @returns nothing when there is no such file.
   * @throws EXPORT_FILE_UNSAFE when it is a link, a folder or a device; FILE_READ_FAILED, from the iteration too.
   */
  read(folder: string, file: ManifestFile): Promise<ExportFileReading | undefined>;
}
