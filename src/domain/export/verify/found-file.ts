/** What a file of an export turned out to be, once it was read. */
export interface FoundFile {
  readonly bytes: number;
  readonly sha256: string;
  /** Size and hash before compression; those of the file itself when it is not compressed. */
  readonly content: { readonly bytes: number; readonly sha256: string };
  readonly lines: number;
  /** SHA-256 of each 1,000 lines, newlines included; the last of what is left. */
  readonly blocks: readonly string[];
  /** Whether the last line ends with a newline. */
  readonly ended: boolean;
  /** Why it could not be read to its end, if so: then size and hashes are those of what was read. */
  readonly fault: string | null;
}
