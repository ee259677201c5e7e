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
  const report = errorReport(thrown);
  if (style.stack && thrown instanceof Error) sink.write(`${redactText(stackOf(thrown))}\n`);
  if (style.json) sink.write(`${JSON.stringify({ error: redact(report) })}\n`);
  else sink.write(`${forPeople(thrown, style).map(withoutControls).join('\n')}\n`);
  return report.exit_code;
}

function forPeople(thrown: unknown, { colours }: ErrorStyle): readonly string[] {
  const { code, message, details, hint } = errorReport(thrown);
  const paint = terminalStyle(colours);
  const facts = Object.entries(details).filter(([key]) => key !== 'faults');
  return [
    `${paint.red(`error ${code}:`)} ${redactText(message)}`,
    ...facts.map(([key, value]) => `  ${key}: ${redactText(textOf(value))}`),
    ...(hint === '' ? [] : [`hint: ${redactText(hint)}`]),
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
