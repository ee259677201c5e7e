/**
 * A whole seed through the built command: import, language, duplicates, digests, reports, validation, store, counts.
 * Prints posts a second, how long each step took, and peak memory.
 *
 *   node build/bench/seed.bench.js                # 100,000 posts in five channels
 *   node build/bench/seed.bench.js 1 30           # 1 GB of posts, all within 30 days
 *   node build/bench/seed.bench.js 1 600          # 1 GB of posts spread over 600 days
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POST_BYTES, writeExport } from './support/export-writer.js';
import { peakOf } from './support/process-figures.js';

const LAST_DAY = '2024-12-03';
const CHANNELS = 5;
const [gigabytes = (100_000 * POST_BYTES) / 1e9, days = 29] = process.argv.slice(2).map(Number);

/** Runs a command to its end. Peak memory in MB is what the kernel counted (VmHWM), read until it is gone. */
async function run(args: readonly string[]): Promise<{ seconds: number; megabytes: number; stderr: string }> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let [megabytes, stderr] = [0, ''];
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const timer = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child.pid ?? 0))), 50);
  const [code] = (await once(child, 'exit')) as [number];
  clearInterval(timer);
  if (code !== 0) throw new Error(stderr);
  return { seconds: (performance.now() - begun) / 1000, megabytes, stderr };
}

function printSteps(stderr: string, seconds: number): void {
  const lines = stderr.split('\n').filter((line) => line.includes('"seed: '));
  const steps = lines.map((line) => JSON.parse(line) as { message: string; timestamp: string });
  steps.forEach(({ message, timestamp }, index) => {
    const next = steps[index + 1]?.timestamp;
    const taken = next === undefined ? null : (Date.parse(next) - Date.parse(timestamp)) / 1000;
    console.log(
      `  ${message.slice(6).padEnd(8)} ${taken === null ? 'the rest' : `${taken.toFixed(1)} s (${((100 * taken) / seconds).toFixed(0)} %)`}`,
    );
  });
}

const folder = await mkdtemp(join(tmpdir(), 'etalon-bench-seed-'));
try {
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    const place = join(folder, 'export', `bench_channel_${channel}`);
    await mkdir(place, { recursive: true });
    const bytes = (gigabytes * 1e9) / CHANNELS;
    await writeExport(join(place, 'result.json'), { bytes, lastDay: LAST_DAY, days, seed: channel + 1 });
  }
  const what = ['seed', '--from', 'telegram-export', '--path', join(folder, 'export'), '--window-end', LAST_DAY];
  const how = ['--data-dir', join(folder, 'data'), '--json', '--log-level', 'info'];
  const { seconds, megabytes, stderr } = await run(['dist/presentation/cli/main.js', ...what, ...how]);
  const posts = Math.round((gigabytes * 1e9) / POST_BYTES);
  console.log(
    `${gigabytes.toFixed(2)} GB, ${posts} posts over ${days} days: ${seconds.toFixed(1)} s, ` +
      `${Math.round(posts / seconds)} posts/s, ${Math.round(megabytes)} MB resident`,
  );
  printSteps(stderr, seconds);
} finally {
  await rm(folder, { recursive: true, force: true });
}
