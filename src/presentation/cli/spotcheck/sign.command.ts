import type { CommandDefinition } from '../command-definition.js';

export const spotcheckSignCommand: CommandDefinition = {
  path: ['spotcheck', 'sign'],
  summary: "Records a person's sign-off on exactly the samples of a data set's spot check (exit 2 for rework).",
  options: [
    { flags: '--reviewer <NAME>', description: 'who signs', required: true },
    { flags: '--role <ROLE>', description: 'as what', required: true, choices: ['engineer', 'analyst'] },
    { flags: '--verdict <VERDICT>', description: 'what they say', required: true, choices: ['ok', 'rework'] },
    { flags: '--note <TEXT>', description: 'what they noticed' },
    { flags: '--name <NAME>', description: 'the data set (default: default)' },
  ],
  examples: ['etalon spotcheck sign --reviewer "Анна" --role analyst --verdict ok --note "Текст чистый"'],
  load: async () => (await import('./sign.handler.js')).spotcheckSignHandler,
};
