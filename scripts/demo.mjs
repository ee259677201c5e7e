// The whole way in one go: seed an example export, count it, export it, judge it, report. It succeeds when the work ran,
// whatever the verdict; everything it writes lies under data/demo, started afresh.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const etalon = join(root, 'dist/presentation/cli/main.js');
const data = join(root, 'data/demo');
const source = process.env.TELEGRAM_EXPORT || join(root, 'examples/telegram-export');
const windowEnd = process.env.WINDOW_END || (process.env.TELEGRAM_EXPORT ? '' : '2024-12-03');

const MEANING = {
  PASS: 'every metric reached its pass value.',
  WARN: 'no metric failed, but at least one only reached its warn value.',
  FAIL: 'at least one metric is below its warn value: these digests are not good enough.',
  INSUFFICIENT: 'too little could be scored to say anything; that is not a pass.',
};

// The demo keeps to its own SQLite file, whatever store and settings the shell names.
const foreign = ['MONGODB_URL', 'ETALON_CONFIG', 'ETALON_DATA_DIR', 'ETALON_DOCS_DIR'];
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.includes(name)));

/** Runs a command and shows it; exit codes 2, 3 and 4 are answers, others end the demo. */
function run(words, { capture = false } = {}) {
  const line = [...words, '--data-dir', relative(root, data), '--docs-dir', relative(root, join(data, 'docs'))];
  console.log(`\n$ etalon ${line.join(' ')}`);
  const args = [etalon, ...line];
  const stdio = ['inherit', capture ? 'pipe' : 'inherit', 'inherit'];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    env,
    stdio,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (![0, 2, 3, 4].includes(status ?? 1)) {
    console.error(`\nThe demo stopped: the command above ended with exit code ${status}.`);
    process.exit(1);
  }
  return { status, stdout };
}

if (windowEnd === '') {
  console.error('Say which day the window ends with: make demo TELEGRAM_EXPORT=DIR WINDOW_END=YYYY-MM-DD');
  process.exit(64);
}
const started = performance.now();
rmSync(data, { recursive: true, force: true });
mkdirSync(data, { recursive: true });

run(['seed', '--from', 'telegram-export', '--path', resolve(source), '--window-end', windowEnd]);
run(['dataset', 'verify']);
run(['export', 'digests']);
run(['export', 'review-reports']);
const { stdout } = run(['benchmark', 'run', '--scenario', 'channel_digest_ru', '--judge', 'lexical', '--json'], {
  capture: true,
});
const result = JSON.parse(stdout);
const page = join(data, 'report.html');
run(['benchmark', 'report', result.run_id, '--html', page]);

console.log(`\nThe verdict is ${result.verdict}: ${MEANING[result.verdict] ?? ''}`);
console.log(`Report: ${page}`);
console.log(`Everything else lies under ${data}. Took ${((performance.now() - started) / 1000).toFixed(1)} s.`);
