import type { ExportCheck, FileCheck, FileProblem } from '../../../domain/export/verify/export-check.js';
import type { Output } from '../output/output.js';
import type { TableRow } from '../output/table.js';

/** Writes what was found about an export: a table of its files, then each problem and how the lines differ. */
export function writeVerify(output: Output, { folder, ok, files, leftovers }: ExportCheck): void {
  output.line(output.style.bold(`Export ${folder}`));
  output.line();
  output.table(files.map(rowOf));
  for (const { path, problem } of files) if (problem !== null) writeProblem(output, path, problem);
  output.line();
  output.line(ok ? output.style.green('verified') : output.style.red('not verified'));
  if (ok && leftovers.length > 0)
    output.note(`An export into this folder was cut off or still runs (${leftovers.join(', ')}); this set is whole.`);
}

function rowOf({ path, records, problem, twice }: FileCheck): TableRow {
  return {
    file: path,
    records,
    twice: twice === null ? null : twice.identical ? 'identical' : 'DIFFERENT',
    result: problem === null ? 'ok' : `${wordOf(problem)}${placeOf(problem)}`,
  };
}

function placeOf({ line, block }: FileProblem): string {
  if (block !== undefined) return ` in lines ${block.from} to ${block.to}`;
  return line === null ? '' : ` line ${line}`;
}

/** A file that is not there is called so: what became of it is not known. */
function wordOf({ kind, missing }: FileProblem): string {
  return missing === true ? 'MISSING' : kind.toUpperCase();
}

function writeProblem(output: Output, path: string, { message, difference }: FileProblem): void {
  output.line();
  output.line(output.style.red(`${path}: ${message}`));
  if (difference === null) return;
  const { field, file, store } = difference;
  if (field !== '') output.line(output.style.dim(`  ${field}`));
  if (file !== null) output.line(output.style.red(`- file   ${JSON.stringify(file)}`));
  if (store !== null) output.line(output.style.green(`+ store  ${JSON.stringify(store)}`));
}
