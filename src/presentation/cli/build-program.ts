import { Command, Option } from 'commander';
import { addCompletion } from './completion/add-completion.js';
import type { CommandDefinition, OptionDefinition } from './command-definition.js';
import type { RawOptions } from './command-handler.js';
import { COMMAND_GROUPS } from './command-registry.js';
import { GLOBAL_OPTIONS } from './global-options.js';
import type { TextSink } from './output/stream-output.js';

/** Called when the command line asks for a command. */
export type Dispatch = (definition: CommandDefinition, raw: RawOptions) => Promise<void>;

export interface ProgramHost {
  readonly version: string;
  readonly out: TextSink;
  readonly dispatch: Dispatch;
}

/** Builds the tree of commands; running one goes to `dispatch`, and complaints are thrown as `CommanderError`. */
export function buildProgram(definitions: readonly CommandDefinition[], host: ProgramHost): Command {
  const program = frame(new Command('etalon'), host)
    .description('Proves how good an LLM pipeline is: data sets, exports, verdicts with error bars.')
    .version(host.version, '--version', 'print the version')
    .addHelpText('after', examplesText(['etalon seed --from telegram-export --path DIR --window-end 2024-12-03']));
  for (const option of GLOBAL_OPTIONS) program.addOption(commanderOption(option));
  for (const definition of definitions) addCommand(program, definition, host);
  addCompletion(frame(program.command('completion'), host), host.out);
  return program;
}

function frame(command: Command, { out }: ProgramHost): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: () => undefined })
    .configureHelp({ showGlobalOptions: true, helpWidth: 100 })
    .helpOption('-h, --help', 'show this help');
}

function addCommand(program: Command, definition: CommandDefinition, host: ProgramHost): void {
  const groups = definition.path.slice(0, -1);
  const parent = groups.reduce((above, name, depth) => groupOf(above, groups.slice(0, depth + 1), name, host), program);
  const command = frame(parent.command(definition.path.at(-1) ?? ''), host)
    .description(definition.summary)
    .addHelpText('after', examplesText(definition.examples));
  for (const { syntax, description } of definition.arguments ?? []) command.argument(syntax, description);
  for (const option of definition.options) command.addOption(commanderOption(option));
  command.action(() => host.dispatch(definition, rawOptions(command, definition)));
}

function groupOf(parent: Command, path: readonly string[], name: string, host: ProgramHost): Command {
  const known = parent.commands.find((command) => command.name() === name);
  if (known !== undefined) return known;
  return frame(parent.command(name), host)
    .description(COMMAND_GROUPS[name] ?? '')
    .addHelpText(
      'after',
      (context) => `\nSee \`etalon ${path.join(' ')} ${context.command.commands[0]?.name() ?? ''} --help\`.`,
    );
}

function commanderOption({ flags, description, required, repeatable, choices }: OptionDefinition): Option {
  const option = new Option(flags, required === true ? `${description} (required)` : description);
  if (choices !== undefined) option.choices(choices);
  if (repeatable === true) {
    option.argParser((value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value]);
  }
  return option;
}

function rawOptions(command: Command, definition: CommandDefinition): RawOptions {
  const named = (definition.arguments ?? []).map(
    ({ name }, index) => [name, command.processedArgs[index] as unknown] as const,
  );
  return { ...Object.fromEntries(named.filter(([, value]) => value !== undefined)), ...command.opts() };
}

function examplesText(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`;
}
