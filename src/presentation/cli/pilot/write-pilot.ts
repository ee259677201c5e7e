import type { PilotResult } from '../../../application/benchmark/pilot/pilot-result.js';
import type { PilotRun } from '../../../domain/benchmark/pilot/pilot.js';
import type { ExitCode } from '../exit-code.js';
import type { Output } from '../output/output.js';

/**
 * Shows a pilot to people and machines; 0 for GO, else 2: the answer is no, or not yet.
 *
 * @param written whether the log was written by this command
 */
export function writePilot(output: Output, { pilot, decision, reasons, log }: PilotResult, written: boolean): ExitCode {
  const { style } = output;
  output.json({ ...pilot, decision, reasons, log });
  const word = style.bold(decision.replace('_', '-'));
  output.line(decision === 'GO' ? style.green(word) : style.red(word));
  for (const reason of reasons) output.line(`- ${reason}`);
  output.line();
  output.table([rowOf('baseline', pilot.baseline), rowOf('live', pilot.live)]);
  output.line();
  output.table(pilot.required_roles.map((role) => approvalRow(role, pilot)));
  output.line(style.dim(`results ${pilot.hash}`));
  output.note(written ? `written: ${log}` : `The log is kept in ${log}.`);
  return decision === 'GO' ? 0 : 2;
}

function rowOf(name: string, run: PilotRun | null) {
  const metrics = run?.metrics.map(({ name: metric, verdict }) => `${metric} ${verdict}`).join(', ') ?? '';
  return { run: name, id: run?.run_id ?? null, verdict: run?.verdict ?? null, judge: run?.judge ?? null, metrics };
}

function approvalRow(role: string, { approvals, hash }: PilotResult['pilot']) {
  const word = approvals.filter((approval) => approval.role === role && approval.hash === hash).at(-1);
  return { role, word: word?.verdict ?? 'missing', reviewer: word?.reviewer ?? null, at: word?.at ?? null };
}
