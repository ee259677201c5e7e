import type { AuditText } from '../../../domain/benchmark/audit/audit-text.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { AuditSample } from './load-audit-samples.js';

/** A sample with its good summary: as it is, or rewritten. */
export interface CleanSample {
  /** With the good summary. */
  readonly record: ExportRecord;
  readonly day: string;
  readonly text: AuditText;
  /** Why it takes no part; `null` where it does. */
  readonly left: string | null;
}

/** The samples with their summaries as they are. */
export function originalSamples(samples: readonly AuditSample[]): readonly CleanSample[] {
  return samples.map((sample) => withSummary(sample, (summary) => summary));
}

/** The samples with rewritten summaries; one that the rewrite leaves as it was takes no part. */
export function rewrittenSamples(
  samples: readonly AuditSample[],
  rewrite: (summary: string) => string,
): readonly CleanSample[] {
  return samples.map((sample) => {
    const rewritten = withSummary(sample, rewrite);
    if (rewritten.text.summary !== sample.record.summaryMarkdown) return rewritten;
    return { ...rewritten, left: 'the rewrite found nothing to change' };
  });
}

function withSummary({ record, day, otherDay }: AuditSample, render: (summary: string) => string): CleanSample {
  const { kind, sourceText: source, summaryMarkdown } = record;
  const summary = render(summaryMarkdown);
  const text = { kind, source, summary, otherDay: otherDay === null ? null : render(otherDay) };
  return { record: { ...record, summaryMarkdown: summary }, day, text, left: null };
}
