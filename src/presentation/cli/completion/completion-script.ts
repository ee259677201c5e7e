/* eslint max-lines-per-function: [error, 20] -- templates of scripts, as long as the scripts are */
import type { Command } from 'commander';
import type { CommandWords } from './command-words.js';
import { commandWords } from './command-words.js';

/** A script that makes a shell complete commands and options; files where neither fits. */
export function completionScript(shell: 'bash' | 'zsh' | 'fish', program: Command): string {
  const tree = commandWords(program);
  const name = program.name();
  if (shell === 'fish') return fishScript(name, tree);
  return shell === 'bash' ? bashScript(name, tree) : zshScript(name, tree);
}

/** A function that follows the words so far down the tree and prints what may come next. */
function wordsFunction(name: string, tree: readonly CommandWords[]): string {
  const cases = tree.map(
    ({ path, commands, options }) => `    "${path}") echo "${[...commands, ...options].join(' ')}" ;;`,
  );
  return `_${name}_words() {
  local path="" word
  for word in "$@"; do
    case "\${path:+$path }$word" in
      ${pathsOf(tree, '"').join('|')}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path" in
${cases.join('\n')}
  esac
}`;
}

function pathsOf(tree: readonly CommandWords[], quote: string): readonly string[] {
  return tree.filter(({ path }) => path !== '').map(({ path }) => `${quote}${path}${quote}`);
}

function bashScript(name: string, tree: readonly CommandWords[]): string {
  return `# bash completion of ${name}
${wordsFunction(name, tree)}
_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=($(compgen -W "$(_${name}_words "\${COMP_WORDS[@]:1:COMP_CWORD-1}")" -- "$current"))
}
complete -o default -F _${name} ${name}
`;
}

function zshScript(name: string, tree: readonly CommandWords[]): string {
  return `#compdef ${name}
# zsh completion of ${name}
${wordsFunction(name, tree)}
_${name}() {
  local -a candidates
  candidates=(\${=$(_${name}_words "\${(@)words[2,CURRENT-1]}")})
  compadd -- $candidates || _files
}
compdef _${name} ${name}
`;
}

function fishScript(name: string, tree: readonly CommandWords[]): string {
  const lines = tree.flatMap(({ path, commands, options }) =>
    [...commands, ...options].map((word) => `complete -c ${name} -n '__${name}_at "${path}"' -a '${word}'`),
  );
  return `# fish completion of ${name}
function __${name}_at
  set -l path ""
  for word in (commandline -opc)[2..]
    set -l next (string trim "$path $word")
    contains -- $next ${pathsOf(tree, "'").join(' ')}; and set path $next
  end
  test "$path" = "$argv[1]"
end
${lines.join('\n')}
`;
}
