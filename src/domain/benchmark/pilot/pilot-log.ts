import { escapeCell } from '../../shared/markdown-escape.js';
import type { Pilot, PilotApproval, PilotMetric, PilotRun } from './pilot.js';
import { decidePilot } from './pilot-decision.js';

/** The log of a pilot as Markdown: decision and reasons, results, approvals, and what they are bound to. */
export function pilotLog(pilot: Pilot): string {
  const { decision, reasons } = decidePilot(pilot);
  const { stage, scenario, started_at, hash } = pilot;
  const parts = [
    ...[`# Pilot of stage ${stage}`, `**Decision: ${decision.replace('_', '-')}**`],
    reasons.map((reason) => `- ${escapeCell(reason)}`).join('\n'),
    `Scenario \`${scenario}\`, ${started_at}. Results \`${hash}\`: approvals are bound to them.`,
    ...[...resultParts(pilot), '## Approvals', approvalTable(pilot)],
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function resultParts({ baseline, live, comparison }: Pilot): readonly string[] {
  const compared = comparison === null ? 'None.' : `${comparison.verdict}. ${escapeCell(comparison.reason)}`;
  return [
    ...['## Baseline: stored scores, dry run', runPart(baseline)],
    ...['## Live run', runPart(live)],
    ...['## Live run against the baseline', compared],
  ];
}

function runPart(run: PilotRun | null): string {
  if (run === null) return 'None.';
  const { run_id, status, verdict, preregistration, dataset_sha256, judge, samples } = run;
  const facts = [
    `- run \`${run_id}\`, ${status}, verdict ${verdict ?? 'none'}, judge ${escapeCell(judge)}`,
    `- ${samples.scored} of ${samples.total} samples scored; data set SHA-256 \`${dataset_sha256}\``,
    `- pre-registered as \`${preregistration}\``,
  ];
  return `${facts.join('\n')}\n\n${metricTable(run.metrics)}`;
}

function metricTable(metrics: readonly PilotMetric[]): string {
  const rows = metrics.map(({ name, estimate, lower, upper, verdict, strength }) => {
    const bounds = lower === null && upper === null ? '–' : `${figure(lower)} … ${figure(upper)}`;
    return `| ${escapeCell(name)} | ${figure(estimate)} | ${bounds} | ${verdict} | ${strength ?? '–'} |`;
  });
  return ['| metric | estimate | interval | verdict | strength |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function figure(value: number | null): string {
  return value === null ? '–' : Number(value.toPrecision(4)).toString();
}

function approvalTable({ approvals, hash, required_roles }: Pilot): string {
  const rows = approvals.map((approval) => approvalRow(approval, hash));
  const missing = required_roles
    .filter((role) => !approvals.some((approval) => approval.role === role && approval.hash === hash))
    .map((role) => `| ${role} | – | missing | – | – |`);
  const head = ['| role | reviewer | word | at | note |', '| --- | --- | --- | --- | --- |'];
  return [...head, ...rows, ...missing].join('\n');
}

function approvalRow({ role, reviewer, verdict, note, at, hash }: PilotApproval, current: string): string {
  const word = hash === current ? verdict : `${verdict} (of other results: void)`;
  return `| ${role} | ${escapeCell(reviewer)} | ${word} | ${at} | ${escapeCell(note) || '–'} |`;
}
