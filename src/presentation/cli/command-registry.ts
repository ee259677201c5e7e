import type { CommandDefinition } from './command-definition.js';

/** What the groups of commands are for. */
export const COMMAND_GROUPS: Readonly<Record<string, string>> = {
  dataset: 'Look after data sets in the store.',
  spotcheck: 'Have people look at samples of the data set.',
  export: 'Write data sets to files that anybody can check.',
  benchmark: 'Score a data set and give a verdict.',
};

/** Every command, in the order of the help. Adding one is a line here. */
export const COMMANDS: readonly CommandDefinition[] = [];
