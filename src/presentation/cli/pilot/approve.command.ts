import type { CommandDefinition } from '../command-definition.js';

export const pilotApproveCommand: CommandDefinition = {
  path: ['pilot', 'approve'],
  summary: "Adds a role's word to exactly the results of the pilot (exit 2 unless it is GO then).",
  options: [
    { flags: '--stage <STAGE>', description: 'the stage, such as 05_03', required: true },
    { flags: '--role <ROLE>', description: 'one of the roles that the pilot asks for', required: true },
    { flags: '--reviewer <NAME>', description: 'who gives the word', required: true },
    { flags: '--verdict <WORD>', description: 'approve (default) or reject', choices: ['approve', 'reject'] },
    { flags: '--note <TEXT>', description: 'what is to be said about it' },
  ],
  examples: ['etalon pilot approve --stage 05_03 --role tech_lead --reviewer NAME'],
  load: async () => (await import('./pilot.handlers.js')).pilotApproveHandler,
};
