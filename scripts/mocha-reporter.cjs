// The usual list of tests, the files that took longest, and the counts in a file for the continuous integration to add up.
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname, relative } = require('node:path');
const { reporters, Runner } = require('mocha');

const SLOWEST = 25;

/** Seconds by file, hooks included: what passes between the beginning and the end of its outermost suites. */
function timeFiles(runner) {
  const seconds = new Map();
  const began = new Map();
  runner.on(Runner.constants.EVENT_SUITE_BEGIN, (suite) => began.set(suite, performance.now()));
  runner.on(Runner.constants.EVENT_SUITE_END, (suite) => {
    if (!suite.parent?.root) return;
    const took = (performance.now() - began.get(suite)) / 1000;
    seconds.set(suite.file, (seconds.get(suite.file) ?? 0) + took);
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
