import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportedDigests } from '../../support/benchmark-data.js';
import type { CliOptions } from '../../support/run-etalon.js';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';

/** A run as JSON, as far as these tests look at it. */
export interface RunJson {
  readonly run_id: string;
  readonly status: string;
  readonly verdict: string | null;
  readonly samples: { readonly total: number; readonly scored: number };
}

const REGISTERED = 'benchmark run registered';
/** Long texts, so that the lexical judge has something to do for a while. */
const SENTENCE = 'Городские власти открыли мост номер 12 через реку 5 декабря, работы стоили 3,5 млрд рублей. ';

/** Writes so many digests that are long enough for a run to be disturbed in the middle. */
export function exportedLongDigests(folder: string, count: number): Promise<string> {
  return exportedDigests(folder, count, (sample, index) => ({
    ...sample,
    summaryMarkdown: `## Главное\n\n- ${SENTENCE}\n- Выпуск ${index}.`,
    posts: sample.posts.map((post, at) => ({ ...post, text: `${SENTENCE.repeat(6)} ${index} ${at}` })),
  }));
}

/** The command line of a run over that data. */
export function runArguments(dataset: string, dataDir: string): string[] {
  return [
    ...['benchmark', 'run', '--scenario', 'channel_digest_ru', '--judge', 'lexical', '--dataset', dataset],
    ...['--data-dir', dataDir, '--json', '--log-level', 'info'],
  ];
}

/** A run that was started; `registered` comes with its id before the first sample is judged. */
export function startedRun(args: readonly string[], options: CliOptions = {}) {
  const child = startEtalon(args, options);
  let [stdout, stderr] = ['', ''];
  child.stdout!.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  const registered = new Promise<string>((resolve) => {
    child.stderr!.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      const line = stderr.split('\n').find((one) => one.includes(REGISTERED));
      const id = /"run_id":"([^"]+)"/u.exec(line ?? '')?.[1];
      if (id !== undefined) resolve(id);
    });
  });
  return { child, registered, closed: once(child, 'close'), output: () => ({ stdout, stderr }) };
}

/** Goes on with a run. */
export function resumed(runId: string, dataDir: string, options: CliOptions = {}) {
  return runEtalon(['benchmark', 'run', '--resume', runId, '--data-dir', dataDir, '--json'], options);
}

/** What a run says, without what differs between any two runs of the same. */
export function saidBy(document: object): object {
  const { run_id, started_at, duration_seconds, preregistration, ...rest } = document as Record<string, unknown>;
  const { hash } = preregistration as { readonly hash: string };
  return { ...rest, hash, known: [run_id, started_at, duration_seconds].map((value) => typeof value) };
}

/** The results of a run, a line a sample, durations of the judge left out by the format. */
export async function resultsOf(runId: string, dataDir: string, options: CliOptions = {}): Promise<string> {
  return (await runEtalon(['benchmark', 'results', runId, '--data-dir', dataDir], options)).stdout;
}

/** The text of a data set. */
export function textOf(path: string): Promise<string> {
  return readFile(join(path), 'utf8');
}
