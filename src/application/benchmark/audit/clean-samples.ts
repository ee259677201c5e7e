import type { AuditText } from '../../../domain/benchmark/audit/audit-text.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { Answer, Asking } from './asking.js';
import type { AuditSample } from './load-audit-samples.js';

/** A sample with its good summary: as it is, or rewritten. */
export interface CleanSample {
  readonly record: ExportRecord;
  readonly day: string;
  readonly text: AuditText;
  /** The judge's word on the good summary; it is asked once, when somebody wants to know. */
  clean(): Promise<Answer>;
}

/** The samples with their summaries as they are. */
export function originalSamples(asking: Asking, samples: readonly AuditSample[]): readonly CleanSample[] {
  return samples.map((sample) => withSummary(asking, sample, (summary) => summary));
}

/** The samples with rewritten summaries; one that the rewrite leaves as it was has no answer. */
export function rewrittenSamples(
  asking: Asking,
  samples: readonly AuditSample[],
  rewrite: (summary: string) => string,
): readonly CleanSample[] {
  return samples.map((sample) => {
    const rewritten = withSummary(asking, sample, rewrite);
    if (rewritten.text.summary !== sample.record.summaryMarkdown) return rewritten;
    return { ...rewritten, clean: () => Promise.resolve({ skipped: 'the rewrite found nothing to change' }) };
  });
}

function withSummary(
  asking: Asking,
  { record, day, otherDay }: AuditSample,
  render: (summary: string) => string,
): CleanSample {
  const { kind, sourceText: source, summaryMarkdown } = record;
  const text = {
    kind,
    source,
    summary: render(summaryMarkdown),
    otherDay: otherDay === null ? null : render(otherDay),
  };
  let answer: Promise<Answer> | undefined;
  return { record, day, text, clean: () => (answer ??= asking.ask({ ...record, summaryMarkdown: text.summary })) };
}
