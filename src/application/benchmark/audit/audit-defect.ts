import type { AuditDefect } from '../../../domain/benchmark/audit/audit-defects.js';
import { AUDIT_METRICS } from '../../../domain/benchmark/audit/audit-defects.js';
import type { ScoredPair } from '../../../domain/benchmark/audit/defect-row.js';
import { defectRow } from '../../../domain/benchmark/audit/defect-row.js';
import type { Spoilt } from '../../../domain/benchmark/audit/defects/defect.js';
import type { AuditedText, DefectRow } from '../../../domain/benchmark/audit/judge-audit.js';
import { SkipCounts } from '../../../domain/benchmark/audit/skip-counts.js';
import type { RandomFactory } from '../../ports/random-factory.port.js';
import type { ProgressTask } from '../../ports/progress.port.js';
import type { Asking } from './asking.js';
import type { CleanSample } from './clean-samples.js';

/** What auditing one defect works with. */
export interface AuditTools {
  readonly random: RandomFactory;
  readonly asking: Asking;
  readonly progress: ProgressTask;
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
export async function auditDefect(tools: AuditTools, task: DefectTask): Promise<readonly DefectRow[]> {
  const { defect, text, samples, perDefect } = task;
  const pairs: ScoredPair[] = [];
  const skips = new SkipCounts();
  for (const sample of samples) {
    if (pairs.length === perDefect) break;
    const pair = await pairOf(tools.asking, sample, spoilt(tools.random, task, sample));
    if ('skipped' in pair) skips.add(pair.skipped);
    else if (pairs.push(pair) > 0) tools.progress.advance(1);
  }
  tools.progress.advance(perDefect - pairs.length);
  const metrics = defect.expected.length === 0 ? AUDIT_METRICS : defect.expected;
  return metrics.map((metric) => defectRow({ defect, text, metric }, pairs, skips));
}

/** A stream for each defect and sample: one more of either changes no other. */
function spoilt(random: RandomFactory, { defect, text, seed }: DefectTask, { record, text: clean }: CleanSample) {
  return defect.spoil(clean, random.seeded(seed, `judge-audit ${defect.name} ${text} ${record.sampleId}`));
}

async function pairOf(asking: Asking, sample: CleanSample, spoiltText: Spoilt): Promise<ScoredPair | Skipped> {
  if ('skipped' in spoiltText) return spoiltText;
  const clean = await sample.clean();
  if ('skipped' in clean) return { skipped: `clean summary: ${clean.skipped}` };
  const answer = await asking.ask({ ...sample.record, summaryMarkdown: spoiltText.summary });
  if ('skipped' in answer) return { skipped: `spoilt summary: ${answer.skipped}` };
  return { clean: clean.scores, spoilt: answer.scores, day: sample.day };
}

interface Skipped {
  readonly skipped: string;
}
