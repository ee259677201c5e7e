/** SHA-256, whole or bit by bit. */
export interface Hasher {
  /** The hash of UTF-8 text, 64 lower-case hexadecimal digits. */
  hash(text: string): string;
  /** A hash that is fed piece by piece. */
  incremental(): IncrementalHash;
}

export interface IncrementalHash {
  update(text: string): void;
  /** The hash of everything fed, 64 lower-case hexadecimal digits; call it once. */
  digest(): string;
}
