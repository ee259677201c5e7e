import type { ExportCheck, FileCheck, FileProblem } from '../../../domain/export/verify/export-check.js';

/** The check of an export as `--json` prints it: `config/schemas/export-verify.schema.json`. */
export function verifyDocument({ folder, ok, files, leftovers }: ExportCheck): object {
  return { schema_version: 1, ok, folder, files: files.map(fileDocument), leftovers };
}

function fileDocument({ path, problem, twice }: FileCheck): object {
  return { path, ok: problem === null, problem: problem && problemDocument(problem), twice };
}

/** One sentence says it all, the difference too. */
function problemDocument({ kind, line, block, message, difference }: FileProblem): object {
  const place = { kind, line, block: block ?? null };
  if (difference === null || (difference.file ?? difference.store) === null) return { ...place, message };
  const [file, store] = [difference.file, difference.store].map((text) => JSON.stringify(text));
  return { ...place, message: `${message}: the file has ${file}, the store ${store}` };
}
