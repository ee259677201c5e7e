import type { TextSink } from './output/stream-output.js';

/** A stream of the process that text goes to. */
export interface TerminalSink extends TextSink {
  readonly isTTY?: boolean;
}

/** What the command line and the environment say about how to write. */
export interface TerminalChoice {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Says whether a stream gets colours: a terminal, and neither `NO_COLOR` nor `--no-color`. */
export function wantsColours(sink: TerminalSink, { argv, env }: TerminalChoice): boolean {
  const declined = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb' || hasSwitch(argv, '--no-color');
  return sink.isTTY === true && !declined;
}

/** Says whether a switch is on the command line; works before, or without, a successful parse. */
export function hasSwitch(argv: readonly string[], name: string): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes(name);
}
