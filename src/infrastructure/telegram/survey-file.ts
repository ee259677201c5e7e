import { ChatSurvey } from './chat-survey.js';
import type { SurveyedFile } from './chat-names.js';
import type { ExportFile } from './export-files.js';
import { EXPORT_LAYOUT } from './export-layout.js';
import { JsonFault } from '../json/json-fault.js';
import { EXPORT_LIMITS } from './export-limits.js';
import { JsonWalker } from '../json/json-walker.js';
import { malformed, walkFile } from './walk-file.js';

/**
 * Finds the chats of a file without reading their messages. The usual export of one chat tells all in its first bytes;
 * one whose name or id stands behind its messages, and that of an account, are passed over whole.
 *
 * @throws SOURCE_MALFORMED
 */
export async function surveyFile(file: ExportFile): Promise<SurveyedFile> {
  const survey = new ChatSurvey();
  const walker = new JsonWalker(EXPORT_LAYOUT, survey, EXPORT_LIMITS, 'message');
  let size = 0;
  for await (const bytes of walkFile(file.path, walker)) {
    size += bytes;
    if (survey.complete) break;
  }
  if (!survey.isExport)
    throw malformed(file.path, new JsonFault(size, 'there is neither `messages` nor `chats.list` in it'));
  return { file, chats: survey.chats };
}
