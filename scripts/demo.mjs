// The whole way in one go: seed an example export, count it, export it, judge it, report. It succeeds when the work ran,
// whatever the verdict; everything it writes lies under data/demo, started afresh (records on a server stay there).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const etalon = join(root, 'dist/presentation/cli/main.js');
const data = join(root, 'data/demo');
// Not every shell expands a "~" behind a "=".
const asked = process.env.TELEGRAM_EXPORT?.replace(/^~(?=\/)/, process.env.HOME ?? '~');
const source = asked || join(root, 'examples/telegram-export');
const windowEnd = process.env.WINDOW_END || (process.env.TELEGRAM_EXPORT ? '' : '2024-12-03');

const MEANING = {
  PASS: 'every metric reached its pass value.',
  WARN: 'no metric failed, but at least one only reached its warn value.',
  FAIL: 'at least one metric is below its warn value: these digests are not good enough.',
  INSUFFICIENT: 'too little could be scored to say anything; that is not a pass.',
};

/** How a path is written in a command that is typed in the project's folder. */
const shown = (path) => {
  const short = relative(root, path);
  return short.startsWith('..') ? path : short;
};

// What the shell says about etalon does not reach the demo, so that the commands below do the same in any shell that says
// nothing. Only MONGODB_URL does: where it is set, the demo keeps its records there, in a database of its own.
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'TERM', 'NO_COLOR', 'MONGODB_URL'];
const mongo = process.env.MONGODB_URL ? { DB_NAME: 'etalon_demo' } : {};
const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT.includes(name))), ...mongo };
const prompt = ['$', ...Object.entries(mongo).map(([name, value]) => `${name}=${value}`), 'etalon'].join(' ');

/** Runs a command and shows it; exit codes 2, 3 and 4 are answers, others end the demo. */
function run(words, { capture = false } = {}) {
  const line = [...words, '--data-dir', shown(data), '--docs-dir', shown(join(data, 'docs'))];
  console.log(`\n${prompt} ${line.join(' ')}`);
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
if (!existsSync(source)) {
  console.error(`There is no ${source}: TELEGRAM_EXPORT names a folder of exports. The demo of before is untouched.`);
  process.exit(1);
}
const started = performance.now();
rmSync(data, { recursive: true, force: true });
mkdirSync(data, { recursive: true });

const store = mongo.DB_NAME
  ? `the server of MONGODB_URL, database ${mongo.DB_NAME}`
  : `SQLite, ${shown(data)}/etalon.db`;
console.log(`Store: ${store}`);
run(['seed', '--from', 'telegram-export', '--path', shown(resolve(source)), '--window-end', windowEnd]);
run(['dataset', 'verify']);
run(['export', 'digests']);
run(['export', 'review-reports']);
run(['export', 'verify', '--against-store']);
const { stdout } = run(['benchmark', 'run', '--scenario', 'channel_digest_ru', '--judge', 'lexical', '--json'], {
  capture: true,
});
const result = JSON.parse(stdout);
const page = shown(join(data, 'report.html'));
run(['benchmark', 'report', result.run_id, '--html', page]);

console.log(`\nThe verdict is ${result.verdict}: ${MEANING[result.verdict] ?? ''}`);
console.log(`Report: ${page}`);
console.log(`Everything else lies under ${shown(data)}. Took ${((performance.now() - started) / 1000).toFixed(1)} s.`);
