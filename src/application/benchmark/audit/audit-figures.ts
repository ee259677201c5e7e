import { AUDIT_DEFECTS } from '../../../domain/benchmark/audit/audit-defects.js';
import type { AuditedText, JudgeAudit } from '../../../domain/benchmark/audit/judge-audit.js';
import { rewriteSummary } from '../../../domain/benchmark/audit/rewrite/rewrite-summary.js';
import { auditControl } from './audit-control.js';
import { auditDefects } from './audit-defects.js';
import { auditInjections, injectionCount } from './audit-injections.js';
import type { AuditTools } from './audit-tools.js';
import { CleanAnswers } from './clean-answers.js';
import { originalSamples, rewrittenSamples } from './clean-samples.js';
import type { AuditSample } from './load-audit-samples.js';

const TEXTS: readonly AuditedText[] = ['original', 'rewritten'];

/** How much is audited. */
export interface AuditSize {
  readonly seed: number;
  /** Pairs for each defect, as far as there are samples. ≥ 1 */
  readonly perDefect: number;
}

/** What an audit finds. */
type AuditFigures = Pick<JudgeAudit, 'defects' | 'control' | 'injections'>;

/** The most steps that an audit reports as its progress. */
export function auditSteps(samples: readonly AuditSample[], { perDefect }: AuditSize, everyPhrasing: boolean): number {
  const injections = injectionCount(Math.min(perDefect, samples.length), everyPhrasing);
  return TEXTS.length * AUDIT_DEFECTS.length * perDefect + injections;
}

/** Spoils, rewrites and misleads, and sums up what whoever answers makes of it. */
export async function auditFigures(
  parts: Omit<AuditTools, 'clean'>,
  drawn: readonly AuditSample[],
  { seed, perDefect }: AuditSize,
): Promise<AuditFigures> {
  const tools = { ...parts, clean: new CleanAnswers(parts.questions) };
  const samples = { original: originalSamples(drawn), rewritten: rewrittenSamples(drawn, rewriteSummary) };
  const tasks = TEXTS.flatMap((text) =>
    AUDIT_DEFECTS.map((defect) => ({ defect, text, samples: samples[text], perDefect, seed })),
  );
  const defects = await auditDefects(tools, tasks);
  const first = samples.original.slice(0, perDefect);
  const control = await auditControl(tools.clean, first, samples.rewritten);
  return { defects, control, injections: await auditInjections(tools, first) };
}
