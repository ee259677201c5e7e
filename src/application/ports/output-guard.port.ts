/** A file that somebody wants written, and what they said so with. */
export interface OutputRequest {
  /** As it was named, absolute or relative to the working folder. */
  readonly path: string;
  /** What named it, such as `--output`. */
  readonly option: string;
  /** Whether the exports in the data folder may be replaced: an export does just that. */
  readonly mayReplaceExports?: boolean;
  /** Files that the work reads: writing over one would destroy what it rests on. */
  readonly inputs?: readonly string[];
  /** Only a file that is named like lines of JSON or looks like an export may be replaced: another would be lost, and so would its neighbours. */
  readonly exportsOnly?: boolean;
}

/** Keeps outputs off the files that the product needs, and finds out what cannot be written before any work is done. */
export interface OutputGuard {
  /**
   * Looks where the path leads, through links and relative parts, and whether a file could be written there; nothing is touched.
   *
   * @throws USAGE when it names a folder (a separator at its end), the store's file, a document that the product keeps in
   *   the data folder, an input of the same work, or where only exports may be replaced a file that is none;
   *   FILE_WRITE_FAILED when no file can be written there.
   */
  assertWritable(request: OutputRequest): Promise<void>;
}
