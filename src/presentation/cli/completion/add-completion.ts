import type { Command } from 'commander';
import { Argument } from 'commander';
import type { TextSink } from '../output/stream-output.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Makes `etalon completion SHELL`, which writes a completion script of the whole tree of commands. */
export function addCompletion(command: Command, out: TextSink): void {
  command
    .description('Print a completion script for a shell.')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .addHelpText('after', '\nExamples:\n  $ source <(etalon completion bash)\n  $ etalon completion fish | source')
    .action(async (shell: (typeof SHELLS)[number]) => {
      const { completionScript } = await import('./completion-script.js');
      out.write(completionScript(shell, command.parent ?? command));
    });
}
