import type { ErrorReport } from '../../../domain/errors/error-report.js';
import { errorReport } from '../../../domain/errors/error-report.js';
import { redact, redactText } from '../../../domain/observability/redaction.js';
import type { TextSink } from '../output/stream-output.js';
import { terminalStyle, withoutControls } from '../output/terminal-style.js';

export interface ErrorStyle {
  readonly json: boolean;
  readonly colours: boolean;
  /** Shows where a defect comes from. */
  readonly stack: boolean;
}

/**
 * Writes an error for people (`error CODE: message`, the facts, the hint), or for machines as one line of JSON, the last
 * on the stream.
 *
 * @returns the exit code that the process should end with.
 */
export function writeError(thrown: unknown, sink: TextSink, style: ErrorStyle): number {
  const report = redact(errorReport(thrown)) as ErrorReport;
  if (style.stack && thrown instanceof Error) sink.write(`${redactText(stackOf(thrown))}\n`);
  const lines = style.json ? [JSON.stringify({ error: report })] : forPeople(report, style.colours);
  sink.write(`${lines.join('\n')}\n`);
  return report.exit_code;
}

/** Faults are left out of the facts: the message names them all. */
function forPeople({ code, message, details, hint }: ErrorReport, colours: boolean): readonly string[] {
  const facts = Object.entries(details).filter(([key]) => key !== 'faults');
  const lines = [
    `${terminalStyle(colours).red(`error ${code}:`)} ${message}`,
    ...facts.map(([key, value]) => `  ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
    ...(hint === '' ? [] : [`hint: ${hint}`]),
  ];
  return lines.map(withoutControls);
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
