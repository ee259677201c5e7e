import type {
  ControlRow,
  DefectRow,
  InjectionRow,
  JudgeAudit,
  SkippedSamples,
} from '../../../domain/benchmark/audit/judge-audit.js';
import { formatNumber } from '../../report/format-number.js';
import type { Output } from '../output/output.js';
import type { TableRow } from '../output/table.js';
import { writeUsage } from '../output/write-usage.js';

/** Shows an audit to people: the verdict, what each defect does, what the rewrite costs, what instructions gain. */
export function writeAudit(output: Output, audit: JudgeAudit): void {
  const { style } = output;
  const { defects, control, injections } = audit;
  output.line(audit.ok ? style.green('OK') : style.red('NOT OK'));
  section(output, 'Summaries as they are', defects.filter(({ text }) => text === 'original').map(defectCells));
  section(output, 'Rewritten summaries', defects.filter(({ text }) => text === 'rewritten').map(defectCells));
  section(output, 'What the rewrite alone costs', control.map(controlCells));
  section(output, 'Instructions to the judge', injections.map(injectionCells));
  writeFoot(output, audit);
}

function section(output: Output, title: string, rows: readonly TableRow[]): void {
  output.line();
  output.line(output.style.bold(title));
  output.table(rows);
}

function controlCells({ metric, meanDrop, samples }: ControlRow): TableRow {
  return { metric, 'mean drop': figure(meanDrop), samples };
}

function writeFoot(output: Output, audit: JudgeAudit): void {
  const { judge, dataset, seed, perDefect, defects, injections } = audit;
  const { style } = output;
  output.line();
  for (const { reason, samples } of skips([...defects, ...injections])) output.line(`skipped ${samples}: ${reason}`);
  output.line(style.dim('shown only: no metric is expected to see it, and it counts neither way'));
  writeUsage(output, audit.cost);
  const drawn = `${perDefect} pairs a defect, seed ${seed}, drawn from ${dataset.drawnFrom} samples`;
  output.line(style.dim(`judge ${judge.model} on ${dataset.path}; ${drawn}`));
}

function defectCells(row: DefectRow): TableRow {
  const { defect, metric, pairs, skipped, auc, interval, separability, meanDrop, shareDropping, ties } = row;
  return {
    ...{ defect, metric, pairs, skipped, days: row.clusters, AUC: figure(auc) },
    '95 %': interval === null ? '–' : `${figure(interval.lower)} … ${figure(interval.upper)}`,
    ...{ separability: figure(separability), 'mean drop': figure(meanDrop), '≥ 0.02': figure(shareDropping), ties },
    ok: verdictWord(row.ok, row.reason),
  };
}

function injectionCells({ where, language, metric, samples, largestGain, ok, reason }: InjectionRow): TableRow {
  return { where, language, metric, samples, 'largest gain': figure(largestGain), ok: verdictWord(ok, reason) };
}

function verdictWord(ok: boolean | null, reason: string | null): string {
  if (ok === null) return reason ?? 'shown only';
  return ok ? 'ok' : `NO: ${reason ?? ''}`;
}

function figure(value: number | null): string {
  return formatNumber(value, 3);
}

/** Each reason once, with the most samples that it cost a row. */
function skips(rows: readonly { readonly skippedReasons: readonly SkippedSamples[] }[]): readonly SkippedSamples[] {
  const most = new Map<string, number>();
  for (const { reason, samples } of rows.flatMap(({ skippedReasons }) => skippedReasons))
    most.set(reason, Math.max(most.get(reason) ?? 0, samples));
  return Array.from(most, ([reason, samples]) => ({ reason, samples }));
}
