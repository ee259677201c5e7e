import type { Sample } from '../../../domain/dataset/sample.js';
import { sourceText } from '../../../domain/export/source-text.js';

/** What a reviewer reads of a record: the summary, then what it was made from. */
export function spotcheckText(sample: Sample): string {
  const summary = sample.kind === 'digests' ? sample.summaryMarkdown : sample.synthesis;
  return `${summary}\n\n---\n\n${sourceText(sample)}`;
}
