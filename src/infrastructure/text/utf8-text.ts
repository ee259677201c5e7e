import * as buffer from 'node:buffer';

/**
 * Decodes UTF-8 by way of UTF-16, which for Cyrillic text is several times faster than the runtime's direct way; bytes
 * that are no UTF-8 become replacement characters, as everywhere.
 */
export function utf8Text(bytes: Uint8Array): string {
  try {
    return buffer.transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  } catch {
    return Buffer.from(bytes).toString('utf8');
  }
}
