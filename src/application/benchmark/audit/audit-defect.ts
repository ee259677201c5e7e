import type { AuditDefect } from '../../../domain/benchmark/audit/audit-defects.js';
import { AUDIT_METRICS } from '../../../domain/benchmark/audit/audit-defects.js';
import type { AuditText } from '../../../domain/benchmark/audit/audit-text.js';
import type { ScoredPair } from '../../../domain/benchmark/audit/defect-row.js';
import { defectRow } from '../../../domain/benchmark/audit/defect-row.js';
import type { AuditedText, DefectRow } from '../../../domain/benchmark/audit/judge-audit.js';
import { SkipCounts } from '../../../domain/benchmark/audit/skip-counts.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { RandomFactory } from '../../ports/random-factory.port.js';
import type { ProgressTask } from '../../ports/progress.port.js';
import type { Answer, Asking } from './asking.js';

/** A sample with the judge's word on its clean summary. */
export interface CleanSample {
  readonly record: ExportRecord;
  readonly day: string;
  readonly text: AuditText;
  readonly clean: Answer;
}

/** What auditing one defect works on. */
export interface DefectTask {
  readonly defect: AuditDefect;
  readonly text: AuditedText;
  readonly samples: readonly CleanSample[];
  readonly perDefect: number;
  readonly seed: number;
}

/** Spoils samples in their order until there are enough pairs, and sums up what each metric makes of them. */
export async function auditDefect(
  { random, asking, progress }: { random: RandomFactory; asking: Asking; progress: ProgressTask },
  { defect, text, samples, perDefect, seed }: DefectTask,
): Promise<readonly DefectRow[]> {
  const pairs: ScoredPair[] = [];
  const skips = new SkipCounts();
  for (const sample of samples) {
    if (pairs.length === perDefect) break;
    const purpose = `judge-audit ${defect.name} ${text} ${sample.record.sampleId}`;
    const spoilt = defect.spoil(sample.text, random.seeded(seed, purpose));
    const pair = await pairOf(asking, sample, spoilt);
    if ('skipped' in pair) skips.add(pair.skipped);
    else pairs.push(pair);
    if ('clean' in pair) progress.advance(1);
  }
  progress.advance(perDefect - pairs.length);
  const metrics = defect.expected.length === 0 ? AUDIT_METRICS : defect.expected;
  return metrics.map((metric) => defectRow(defect, text, metric, pairs, skips));
}

async function pairOf(
  asking: Asking,
  { record, day, clean }: CleanSample,
  spoilt: ReturnType<AuditDefect['spoil']>,
): Promise<ScoredPair | { readonly skipped: string }> {
  if ('skipped' in spoilt) return spoilt;
  if ('skipped' in clean) return { skipped: `clean summary: ${clean.skipped}` };
  const answer = await asking.ask({ ...record, summaryMarkdown: spoilt.summary });
  return 'skipped' in answer
    ? { skipped: `spoilt summary: ${answer.skipped}` }
    : { clean: clean.scores, spoilt: answer.scores, day };
}
