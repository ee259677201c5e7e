import { storedJudgeOf } from '../../domain/benchmark/recorded-judge.js';
import type { BaselineChoice, BenchmarkRun, RunBudget } from '../../domain/benchmark/benchmark-run.js';

const CONTROL = /\p{Cc}/u;
const CONTROLS = /\p{Cc}/gu;
const PLAIN = /^[\w@%+=:,./-]+$/u;

/** The command line that makes the same run again, quoted for a POSIX shell. */
export function reproduceCommand(run: BenchmarkRun): string {
  const storedJudge = storedJudgeOf(run);
  const words = [
    ...['etalon', 'benchmark', 'run', '--scenario', run.scenarioPath ?? run.scenario, '--dataset', run.dataset.path],
    ...(run.dryRun ? ['--dry-run'] : ['--judge', run.judge.kind]),
    ...(storedJudge === undefined ? [] : ['--stored-judge', storedJudge]),
    ...['--timezone', run.timezone],
    ...(run.limit === null ? [] : ['--limit', run.limit.toString()]),
    ...(run.repeats === 1 ? [] : ['--repeats', run.repeats.toString()]),
    ...budgetWords(run.budget),
    ...(run.includeSynthetic ? ['--include-synthetic'] : []),
    ...(run.baseline === null ? [] : baselineWords(run.baseline)),
  ];
  return words.map(quoted).join(' ');
}

function budgetWords({ calls, tokens }: RunBudget): readonly string[] {
  return [
    ...(calls === null ? [] : ['--budget-calls', calls.toString()]),
    ...(tokens === null ? [] : ['--budget-tokens', tokens.toString()]),
  ];
}

function baselineWords({ runId, margin, earlyStop }: BaselineChoice): readonly string[] {
  return ['--baseline', runId, '--margin', margin.toString(), ...(earlyStop ? ['--early-stop'] : [])];
}

function quoted(word: string): string {
  if (PLAIN.test(word)) return word;
  if (CONTROL.test(word)) return `$'${word.replace(/[\\']/gu, String.raw`\$&`).replace(CONTROLS, asEscape)}'`;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** A command stays on one line, whatever was named with line breaks in it. */
function asEscape(character: string): string {
  return String.raw`\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
