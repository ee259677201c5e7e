#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHANNELS } from './channels.mjs';
import { composeDays } from './compose.mjs';
import { exportFile } from './export-file.mjs';
import { randomFrom } from './random.mjs';

const DAYS = 30;
const LAST_DAY = Date.UTC(2024, 11, 3) / 86_400_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '2024' },
    out: { type: 'string', default: dirname(fileURLToPath(import.meta.url)) },
  },
});

const firstDay = LAST_DAY - DAYS + 1;
for (const channel of CHANNELS) {
  const random = randomFrom(values.seed, channel.handle);
  const posts = composeDays({ channel, random, firstDay, days: DAYS });
  const folder = join(values.out, channel.handle);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'result.json'), exportFile({ channel, firstDay, posts, random }));
  process.stdout.write(`${channel.handle}: ${posts.length} messages\n`);
}
