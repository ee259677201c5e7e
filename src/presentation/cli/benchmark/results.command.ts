import type { CommandDefinition } from '../command-definition.js';

export const benchmarkResultsCommand: CommandDefinition = {
  path: ['benchmark', 'results'],
  summary: 'Prints the results of a run, a line a sample.',
  arguments: [{ name: 'run', syntax: '<run>', description: 'the run' }],
  options: [{ flags: '--format <FORMAT>', description: 'jsonl (default) or csv', choices: ['jsonl', 'csv'] }],
  examples: ['etalon benchmark results 20241203-1a2b --format csv > results.csv'],
  load: async () => (await import('./results.handler.js')).resultsHandler,
};
