import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';

const PLAIN = /^[\w@%+=:,./-]+$/u;

/** The command line that makes the same run again, quoted for a POSIX shell. */
export function reproduceCommand(run: BenchmarkRun): string {
  const words = [
    ...['etalon', 'benchmark', 'run', '--scenario', run.scenario, '--dataset', run.dataset.path],
    ...['--judge', run.judge.kind, '--timezone', run.timezone],
    ...(run.limit === null ? [] : ['--limit', run.limit.toString()]),
    ...(run.includeSynthetic ? ['--include-synthetic'] : []),
  ];
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
