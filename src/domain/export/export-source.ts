import type { ExportRecord } from './export-record.js';

/** A record on its way into an export. */
export interface ExportSource {
  /** Where {@link texts} are given, {@link TEXT_MARK} stands in it for each of them. */
  readonly record: ExportRecord;
  readonly texts?: EncodedTexts;
}

/**
 * The long texts of a record as they stand in a line, where the store had them at hand: the insides of JSON strings in NFC
 * and with the escapes of a canonical line, each character one byte of UTF-8. Neither is white space alone.
 */
export interface EncodedTexts {
  readonly sourceText: string;
  readonly summaryMarkdown: string;
}

/** Stands in a record for a text that is put into the line as it is. */
export const TEXT_MARK = 'x';
