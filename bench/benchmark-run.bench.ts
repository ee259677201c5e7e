import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { peakOf, processorOf } from './support/process-figures.js';

/*
 * A benchmark run whose judge costs nothing (`--dry-run`: scores that are stored), results in an SQLite store, through the
 * built command, beside the floor: read, parse and write the same file once, in a process of its own; then the report of that
 * run, and the comparison of two runs whose judge wrote three sentences on each sample:
 *   node build/bench/benchmark-run.bench.js [SAMPLES] [ROUNDS]
 */
const [first = '10000', second = '3', third] = process.argv.slice(2);
const MAIN = 'dist/presentation/cli/main.js';
const SENTENCE =
  'Городские власти рассказали, что движение по мосту откроют раньше срока, работы стоили 12,5 млрд рублей. ';

interface Measured {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

/** `floor FILE TARGET`: this file as the process that is measured. */
async function floor(source: string, target: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(source) });
  const copies = async function* () {
    for await (const line of lines) yield `${JSON.stringify(JSON.parse(line))}\n`;
  };
  await pipeline(copies(), createWriteStream(target));
}

async function measured(args: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  let [processor, megabytes] = [0, 0];
  const watch = setInterval(() => {
    processor = Math.max(processor, processorOf(child.pid ?? 0));
    megabytes = Math.max(megabytes, peakOf(child.pid ?? 0));
  }, 20);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  if (code === 1 || code === null) throw new Error(stderr);
  return { seconds: (performance.now() - started) / 1000, processor, megabytes };
}

function line(index: number, random: () => number, notes: string): string {
  const scores = {
    coverage: 0.8 + 0.2 * random(),
    accuracy: 0.8 + 0.2 * random(),
    coherence: 0.8 + 0.2 * random(),
    informativeness: 0.8 + 0.2 * random(),
  };
  const judge = {
    judge_model: 'lexical-ru-1',
    prompt_version: 'ru-1',
    scores,
    verdict: 'MEETS_EXPECTATIONS',
    notes,
  };
  const metadata = { posts_count: 10, time_range_hours: 24, llm_model: 'extractive', feature_flags: {} };
  return `${JSON.stringify({
    sample_id: `digest-${String(index).padStart(9, '0')}`,
    channel: `@channel_${Math.floor(index / 30) % 50}`,
    language: 'ru',
    timestamp: `2024-12-${String((index % 30) + 1).padStart(2, '0')}T20:59:59.999Z`,
    source_text: `Новость ${index}. ${SENTENCE.repeat(8)}`,
    summary_markdown: `## Главное\n\n- ${SENTENCE}`,
    metadata: { ...metadata, provenance: 'imported' },
    ground_truth: { llm_judge: judge },
    latency_seconds: 1 + random(),
  })}\n`;
}

/** A data set; its scores are random from the seed. */
async function written(path: string, samples: number, seed: number, notes = ''): Promise<string> {
  const source = new PureRandFactory().seeded(seed, 'benchmark-run bench');
  const lines = function* () {
    for (let index = 0; index < samples; index += 1) yield line(index, () => source.next(), notes);
  };
  await pipeline(lines(), createWriteStream(path));
  return path;
}

function runOf(dataset: string, folder: string): string[] {
  const run = [MAIN, 'benchmark', 'run', '--scenario', 'channel_digest_ru', '--dry-run'];
  return [...run, '--dataset', dataset, '--data-dir', join(folder, 'data'), '--json'];
}

async function compare(samples: number, rounds: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'etalon-bench-run-'));
  try {
    const dataset = await written(join(folder, 'digests.jsonl'), samples, 1);
    const found: { floor: Measured[]; run: Measured[] } = { floor: [], run: [] };
    for (let round = 0; round < rounds; round += 1) {
      found.floor.push(await measured([import.meta.filename, 'floor', dataset, join(folder, 'copy.jsonl')]));
      found.run.push(await measured(runOf(dataset, folder)));
    }
    const megabytes = (await stat(dataset)).size / 1e6;
    console.log(`benchmark run of ${samples} samples, ${megabytes.toFixed(0)} MB of lines, best of ${rounds}`);
    const [bottom, run] = [found.floor, found.run].map((several) => ({
      seconds: Math.min(...several.map(({ seconds }) => seconds)),
      processor: Math.min(...several.map(({ processor }) => processor)),
      megabytes: Math.max(...several.map((one) => one.megabytes)),
    })) as [Measured, Measured];
    for (const [name, one] of [['floor (read, parse, write)', bottom] as const, ['etalon benchmark run', run] as const])
      console.log(
        `  ${name.padEnd(27)} ${one.seconds.toFixed(2)} s, ${one.processor.toFixed(2)} s of processor, ${one.megabytes.toFixed(0)} MB`,
      );
    const ratio = (of: (one: Measured) => number) => (of(run) / of(bottom)).toFixed(2);
    console.log(
      `  ratio  ${ratio(({ seconds }) => seconds)} in time, ${ratio(({ processor }) => processor)} in processor time`,
    );
    await report(folder, samples);
    await comparison(folder, samples);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The ids of the newest runs. */
function newest(folder: string, count: number): string[] {
  const list = [MAIN, 'benchmark', 'list', '--limit', String(count), '--data-dir', join(folder, 'data'), '--json'];
  const listed = spawnSync(process.execPath, list, { encoding: 'utf8' });
  const { runs } = JSON.parse(listed.stdout) as { runs: { run_id: string }[] };
  return runs.map(({ run_id }) => run_id);
}

/** Two runs, one against the other. */
async function comparison(folder: string, samples: number): Promise<void> {
  for (const seed of [2, 3])
    await measured(runOf(await written(join(folder, 'noted.jsonl'), samples, seed, SENTENCE.repeat(3)), folder));
  const runs = newest(folder, 2);
  const args = [MAIN, 'benchmark', 'compare', ...runs, '--data-dir', join(folder, 'data'), '--json'];
  const { seconds, processor, megabytes } = await measured(args);
  console.log(
    `  compare of ${samples} samples     ${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of processor, ${megabytes.toFixed(0)} MB`,
  );
}

/** The newest run as a page. */
async function report(folder: string, samples: number): Promise<void> {
  const [run = ''] = newest(folder, 1);
  const page = join(folder, 'report.html');
  const args = [MAIN, 'benchmark', 'report', run, '--html', page, '--data-dir', join(folder, 'data'), '--json'];
  const { seconds, megabytes } = await measured(args);
  const size = ((await stat(page)).size / 1e6).toFixed(2);
  console.log(
    `  report of ${samples} samples      ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB, a page of ${size} MB`,
  );
}

if (first === 'floor') await floor(second, third ?? '/dev/null');
else await compare(Number(first), Number(second));
