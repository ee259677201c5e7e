import { AUDIT_METRICS } from '../../../domain/benchmark/audit/audit-defects.js';
import { controlRow } from '../../../domain/benchmark/audit/control-row.js';
import type { ControlRow } from '../../../domain/benchmark/audit/judge-audit.js';
import type { Answer } from './asking.js';
import type { CleanSample } from './clean-samples.js';

/** What the rewrite alone costs, sample by sample. */
export async function auditControl(
  original: readonly CleanSample[],
  rewritten: readonly CleanSample[],
): Promise<readonly ControlRow[]> {
  const pairs: (readonly [Answer, Answer])[] = [];
  for (const [index, sample] of original.entries()) {
    const other = rewritten[index];
    if (other !== undefined) pairs.push([await sample.clean(), await other.clean()]);
  }
  return AUDIT_METRICS.map((metric) => controlRow(metric, pairs));
}
