/**
 * How fast exports of 0.1, 0.3 and 1 GB come in, and how much memory that takes: import, normalisation, advertising,
 * language, duplicates, spool. Each size runs in a process of its own, once with its posts spread over 20 months so that
 * a window of 30 days holds a part of them, and once with all of them inside.
 *
 *   node build/bench/telegram-import.bench.js            # all sizes
 *   node build/bench/telegram-import.bench.js 0.1 0.3    # some
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SpooledPost } from '#etalon/application/ports/post-spool.port.js';
import type { SourcePost } from '#etalon/application/ports/post-source.port.js';
import { isAdvertising } from '#etalon/domain/dataset/posts/advertising.js';
import { DuplicateIndex } from '#etalon/domain/dataset/posts/duplicate-index.js';
import { normalisePost } from '#etalon/domain/dataset/posts/normalise-post.js';
import { isRussian } from '#etalon/domain/text/russian.js';
import { parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { TimeWindow } from '#etalon/domain/time/time-window.js';
import { TimeZone } from '#etalon/domain/time/time-zone.js';
import { SqliteSeedSpoolFactory } from '#etalon/infrastructure/spool/sqlite-seed-spool.factory.js';
import { TelegramExportSource } from '#etalon/infrastructure/telegram/telegram-export-source.js';
import { writeExport } from './support/export-writer.js';

const LAST_DAY = '2024-12-03';
const SPREADS = { 'spread over 600 days': 600, 'all in the window': 29 } as const;
const BATCH = 500;

interface Measured {
  readonly seconds: number;
  /** Of the process, so that a busy machine does not look like a slow reader. */
  readonly cpuSeconds: number;
  readonly posts: number;
  readonly kept: number;
  readonly rssMegabytes: number;
}

async function measure(folder: string): Promise<Measured> {
  const zone = TimeZone.named('Europe/Moscow')!;
  const window = TimeWindow.endingOn(parseCalendarDay(LAST_DAY)!, 30, zone);
  const [start, end] = [window.start, window.end];
  const duplicates = new DuplicateIndex();
  const spool = await new SqliteSeedSpoolFactory(join(folder, 'data'), {
    now: () => Date.now(),
    monotonic: () => performance.now(),
  }).open();
  const began = performance.now();
  let [posts, kept] = [0, 0];
  let batch: SpooledPost[] = [];
  const options = { channelNames: new Map(), zone };
  for await (const event of new TelegramExportSource().read(join(folder, 'bench_channel'), options)) {
    if (event.type !== 'post') continue;
    posts++;
    if (event.post.date < start || event.post.date > end) continue;
    const post = passed(event.post, duplicates, zone);
    if (post === undefined) continue;
    kept++;
    batch.push(post);
    if (batch.length < BATCH) continue;
    spool.addPosts(batch);
    batch = [];
  }
  spool.addPosts(batch);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage();
  await spool.discard();
  const cpuSeconds = (user + system) / 1e6;
  return { seconds, cpuSeconds, posts, kept, rssMegabytes: process.resourceUsage().maxRSS / 1024 };
}

function passed(post: SourcePost, duplicates: DuplicateIndex, zone: TimeZone): SpooledPost | undefined {
  const { channel, date, messageId } = post;
  const normalised = normalisePost(post.markdown);
  if (!isRussian(normalised.text, () => 'ru') || isAdvertising(post.markdown, normalised.text)) return undefined;
  if (duplicates.add({ channel, date, text: normalised.text }) !== 'new') return undefined;
  return { channel, day: zone.dayOf(date), date, messageId, ...normalised };
}

async function runSize(gigabytes: number, days: number): Promise<Measured & { bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'etalon-bench-'));
  try {
    await mkdir(join(folder, 'bench_channel'));
    const path = join(folder, 'bench_channel', 'result.json');
    await writeExport(path, { bytes: gigabytes * 1e9, lastDay: LAST_DAY, days, seed: 1 });
    const script = fileURLToPath(import.meta.url);
    const child = spawnSync(process.execPath, [script, '--measure', folder], { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    return { ...(JSON.parse(child.stdout) as Measured), bytes: (await stat(path)).size };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === '--measure') {
    console.log(JSON.stringify(await measure(args[1]!)));
    return;
  }
  const sizes = args.length > 0 ? args.map(Number) : [0.1, 0.3, 1];
  for (const [name, days] of Object.entries(SPREADS)) {
    let first: number | undefined;
    for (const size of sizes) {
      const result = await runSize(size, days);
      const speed = result.bytes / 1e6 / result.cpuSeconds;
      first ??= speed;
      console.log(
        `${name}: ${(result.bytes / 1e9).toFixed(2)} GB, ${result.posts} posts, ${result.kept} kept: ` +
          `${result.seconds.toFixed(1)} s (${result.cpuSeconds.toFixed(1)} s of processor time), ` +
          `${speed.toFixed(0)} MB and ${(result.posts / result.cpuSeconds).toFixed(0)} posts a processor second ` +
          `(${(speed / first).toFixed(2)} of the first size), ${result.rssMegabytes.toFixed(0)} MB resident`,
      );
    }
  }
}

await main(process.argv.slice(2));
