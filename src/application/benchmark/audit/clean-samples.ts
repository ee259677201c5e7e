import type { ProgressTask } from '../../ports/progress.port.js';
import type { Asking } from './asking.js';
import type { CleanSample } from './audit-defect.js';
import type { AuditSample } from './load-audit-samples.js';

/** Asks for the scores of good summaries, as they are or rewritten by `render`. */
export async function cleanSamples(
  asking: Asking,
  progress: ProgressTask,
  samples: readonly AuditSample[],
  render: (summary: string) => string,
): Promise<readonly CleanSample[]> {
  const scored: CleanSample[] = [];
  for (const sample of samples) {
    scored.push(await cleanSample(asking, sample, render));
    progress.advance(1);
  }
  return scored;
}

async function cleanSample(
  asking: Asking,
  { record, day, otherDay }: AuditSample,
  render: (summary: string) => string,
): Promise<CleanSample> {
  const summary = render(record.summaryMarkdown);
  const clean = await asking.ask({ ...record, summaryMarkdown: summary });
  const other = otherDay === null ? null : render(otherDay);
  return { record, day, clean, text: { kind: record.kind, source: record.sourceText, summary, otherDay: other } };
}
