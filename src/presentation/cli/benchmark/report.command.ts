import type { CommandDefinition } from '../command-definition.js';

export const benchmarkReportCommand: CommandDefinition = {
  path: ['benchmark', 'report'],
  summary: 'Reports on a stored run: tables here, figures in one HTML file that stands alone.',
  arguments: [{ name: 'run', syntax: '<run>', description: 'the id of a run' }],
  options: [
    { flags: '--html <FILE>', description: 'write the report as HTML' },
    { flags: '--output <FILE>', description: 'write the run as JSON' },
    { flags: '--junit <FILE>', description: 'write the run as a JUnit report' },
    { flags: '--summary <FILE>', description: 'write the run as Markdown' },
    { flags: '--fail-on-warn', description: 'let WARN be a failure in the JUnit report' },
    {
      flags: '--markdown',
      description: 'put the run on the pages reference/{en,ru}/PERFORMANCE_BENCHMARKS.md of --docs-dir',
    },
  ],
  examples: ['etalon benchmark report RUN --html report.html', 'etalon benchmark report RUN --markdown'],
  load: async () => (await import('./report.handler.js')).reportHandler,
};
