import type { PilotResult } from '../../../application/benchmark/pilot/pilot-result.js';
import type { PilotRun } from '../../../domain/benchmark/pilot/pilot.js';
import type { ExitCode } from '../exit-code.js';
import type { Output } from '../output/output.js';

/** Shows a pilot to people and machines; 0 for GO, else 2: the answer is no, or not yet. */
export function writePilot(output: Output, result: PilotResult): ExitCode {
  const { pilot, decision, reasons, log } = result;
  const { style } = output;
  output.json({ ...pilot, decision, reasons, log });
  const word = style.bold(decision.replace('_', '-'));
  output.line(decision === 'GO' ? style.green(word) : style.red(word));
  for (const reason of reasons) output.line(`- ${reason}`);
  writeTables(output, pilot);
  writeLog(output, result);
  return decision === 'GO' ? 0 : 2;
}

function writeTables(output: Output, pilot: PilotResult['pilot']): void {
  output.line();
  output.table([rowOf('baseline', pilot.baseline), rowOf('live', pilot.live)]);
  output.line(`live against baseline: ${comparisonOf(pilot)}`);
  output.line();
  output.table(pilot.required_roles.map((role) => approvalRow(role, pilot)));
  output.line(output.style.dim(`results ${pilot.hash}`));
}

function writeLog(output: Output, { log, logState }: PilotResult): void {
  if (logState === undefined) output.note(`written: ${log}`);
  else if (logState === 'edited')
    output.line(output.style.red(`${log} was edited, or written by another version: the record, shown here, decides.`));
  else output.note(logState === 'missing' ? `There is no log in ${log}.` : `The log is kept in ${log}.`);
}

function comparisonOf({ comparison }: PilotResult['pilot']): string {
  return comparison === null ? 'not compared' : `${comparison.verdict}. ${comparison.reason}`;
}

function rowOf(name: string, run: PilotRun | null) {
  const metrics = run?.metrics.map(({ name: metric, verdict }) => `${metric} ${verdict}`).join(', ') ?? '';
  return { run: name, id: run?.run_id ?? null, verdict: run?.verdict ?? null, judge: run?.judge ?? null, metrics };
}

function approvalRow(role: string, { approvals, hash }: PilotResult['pilot']) {
  const word = approvals.filter((approval) => approval.role === role && approval.hash === hash).at(-1);
  return { role, word: word?.verdict ?? 'missing', reviewer: word?.reviewer ?? null, at: word?.at ?? null };
}
