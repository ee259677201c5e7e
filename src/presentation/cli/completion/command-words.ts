import type { Command } from 'commander';

/** The words that can follow a command. */
export interface CommandWords {
  /** The command with its groups, without the program's name: "", "dataset", "dataset show". */
  readonly path: string;
  readonly commands: readonly string[];
  readonly options: readonly string[];
}

/** Lists a tree of commands, each with what may follow it. */
export function commandWords(program: Command): readonly CommandWords[] {
  const shared = optionsOf(program);
  const walk = (command: Command, path: readonly string[]): readonly CommandWords[] => {
    const own = command === program ? [] : optionsOf(command);
    const here = {
      path: path.join(' '),
      commands: command.commands.map((child) => child.name()),
      options: [...new Set([...own, ...shared, '--help'])],
    };
    return [here, ...command.commands.flatMap((child) => walk(child, [...path, child.name()]))];
  };
  return walk(program, []);
}

function optionsOf(command: Command): readonly string[] {
  return command.options.flatMap(({ long }) => (typeof long === 'string' ? [long] : []));
}
