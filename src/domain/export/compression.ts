/** How an export may be compressed. */
export type Compression = 'gzip' | 'zstd';

/** What the names of compressed files end with. */
export const COMPRESSION_SUFFIXES: Readonly<Record<Compression, string>> = { gzip: '.gz', zstd: '.zst' };
