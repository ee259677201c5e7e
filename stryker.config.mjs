// Mutation tests of one subject of the domain: its compiled code, and the unit tests that mirror it.
import process from 'node:process';

const subject = process.env.MUTATION_SUBJECT ?? 'time';

export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/mocha-runner'],
  testRunner: 'mocha',
  mochaOptions: { spec: [`build/tests/unit/domain/${subject}/**/*.spec.js`] },
  mutate: [`dist/domain/${subject}/**/*.js`],
  ignorePatterns: ['/data', '/examples', '/src', '/docs', '/build/coverage', '/build/current-node', '/coverage'],
  coverageAnalysis: 'perTest',
  // Constants are computed once a process: each mutant of them would need all tests again.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { reportTests: false, logTests: false },
  jsonReporter: { fileName: `build/mutation/${subject}.json` },
  incremental: true,
  incrementalFile: `build/mutation/${subject}.incremental.json`,
  tempDirName: '.stryker-tmp',
  thresholds: { high: 85, low: 70, break: 60 },
};
