import { placeholder } from '../text/placeholder.js';
import { redactPersonal } from '../text/redact-personal.js';
import type { ExportRecord } from './export-record.js';

/**
 * Takes telephone numbers, addresses of mail and user names out of everything that people wrote in a record, and replaces
 * a student's id as a name. The record's own channel, which is public and part of its key, stays. The result depends on
 * the record alone.
 */
export function redactRecord(record: ExportRecord): ExportRecord {
  const { channel, judge, metadata } = record;
  const texts = [record.sourceText, record.summaryMarkdown, judge?.notes ?? ''];
  const [sourceText = '', summaryMarkdown = '', notes = ''] = redactPersonal(texts, [channel]);
  const { studentId } = metadata;
  const student = typeof studentId === 'string' ? { studentId: placeholder('имя', studentId.toLowerCase()) } : {};
  return {
    ...record,
    ...{ sourceText, summaryMarkdown },
    metadata: { ...metadata, ...student },
    judge: judge && { ...judge, notes },
  };
}
