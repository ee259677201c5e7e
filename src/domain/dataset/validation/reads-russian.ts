import { plainText } from '../../text/plain-text.js';
import { isRussian } from '../../text/russian.js';
import type { ValidationTools } from './validation-tools.js';

/** How much of a text is looked at: a detector is sure long before, and a post may be a book. */
const READ = 600;
/** How much when the beginning is not Russian: a post may open with a listing or a long link. */
const READ_AGAIN = 10_000;

/** Says whether a text is Russian, judged without markup and links by its first 600 characters, else by more of it. */
export function readsRussian(markdown: string, tools: ValidationTools): boolean {
  const detect = (text: string) => tools.detectLanguage(text);
  if (isRussian(plainText(markdown.slice(0, READ)), detect)) return true;
  return markdown.length > READ && isRussian(plainText(markdown.slice(0, READ_AGAIN)), detect);
}
