// The usual list of tests, the files that took longest, and the counts in a file for the continuous integration to add up.
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname, relative } = require('node:path');
const { reporters, Runner } = require('mocha');

const SLOWEST = 25;

/** Seconds by file, as far as its tests took them. */
function timeFiles(runner) {
  const seconds = new Map();
  runner.on(Runner.constants.EVENT_TEST_END, ({ file, duration = 0 }) => {
    seconds.set(file, (seconds.get(file) ?? 0) + duration / 1000);
  });
  return seconds;
}

function printSlowest(seconds) {
  const slowest = [...seconds].sort(([, a], [, b]) => b - a).slice(0, SLOWEST);
  console.log('  slowest files, in seconds');
  for (const [file, took] of slowest) console.log(`  ${took.toFixed(1).padStart(7)}  ${relative('', file)}`);
}

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const seconds = timeFiles(runner);
    const file = options.reporterOptions?.counts ?? 'build/test-counts.json';
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      printSlowest(seconds);
      const { passes, failures, pending } = this.stats;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
