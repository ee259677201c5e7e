import type { ManifestFile } from '../export-manifest.js';
import type { FileProblem, LineBlock, ProblemKind } from './export-check.js';
import type { FoundFile } from './found-file.js';
import type { LineDifference } from './line-difference.js';
import { notAsStated } from './not-as-stated.js';

/** A line that breaks the format, or that the store has otherwise. */
export interface LineFault {
  readonly kind: ProblemKind;
  readonly line: number;
  readonly message: string;
}

/** The first line that the store has otherwise. */
export interface StoreDifference {
  readonly line: number;
  readonly difference: LineDifference;
  /** In place of the difference: why the store gives no line there. */
  readonly why?: string;
}

/** What one pass over a file found out. */
export interface FileFindings {
  readonly stated: ManifestFile;
  readonly found: FoundFile;
  /** The first line that breaks the format. */
  readonly lineFault: LineFault | null;
  /** The first line that the store has otherwise; `null` when there is none, `undefined` when the store was not asked. */
  readonly store: StoreDifference | null | undefined;
  /** SHA-256 of the schema that this version checks against. */
  readonly schemaSha256: string;
  /** Whether something in the folder, or between its documents, says that an export into it was cut off. */
  readonly interrupted: boolean;
}

const RUN_AGAIN = 'run the export again';

/** The one thing about a file that has to be looked at first; `null` when all is well. */
export function fileProblem(findings: FileFindings): FileProblem | null {
  const { lineFault, store } = findings;
  return (
    mismatch(findings) ??
    otherSchema(findings) ??
    (lineFault === null ? null : { ...lineFault, difference: null }) ??
    (store ? storeDiffers(store) : null)
  );
}

/** A file of the set that is not there. @param sign what says that it ought to be */
export function missingFile(sign: string): FileProblem {
  const causes = `it was removed or not copied, or an export was interrupted; put it back, or ${RUN_AGAIN}`;
  const message = `the file is missing, and ${sign}: ${causes}`;
  return { kind: 'interrupted', missing: true, line: null, message, difference: null };
}

function mismatch(findings: FileFindings): FileProblem | null {
  const { stated, found, store } = findings;
  const differs = notAsStated(stated, found, store);
  if (differs === undefined) return null;
  const kind = isCutOff(findings) ? 'interrupted' : differs.kind;
  const message = mismatchText(differs.message, findings);
  return { kind, ...placeOf(findings, differs.block), message, difference: store?.difference ?? null };
}

function placeOf(findings: FileFindings, block: LineBlock | undefined): Pick<FileProblem, 'line' | 'block'> {
  const exact = exactLine(findings);
  if (exact !== undefined) return { line: exact };
  return block === undefined ? { line: null } : { line: block.from, block };
}

/** A file whose hash the manifest states is the one that it was written for: then no interruption is to blame. */
function isCutOff({ stated, found, interrupted }: FileFindings): boolean {
  return interrupted && found.sha256 !== stated.sha256;
}

/** Where the store gives the same lines, a fault of the last one's end is exact too. */
function exactLine({ store, lineFault }: FileFindings): number | undefined {
  return store === null ? lineFault?.line : store?.line;
}

function mismatchText(message: string, findings: FileFindings): string {
  const { store, lineFault } = findings;
  const parts = [
    ...(isCutOff(findings) ? [`an export into this folder was interrupted, or still runs; ${RUN_AGAIN}`] : []),
    message,
    ...(store ? [differenceText(store)] : []),
    ...(lineFault === null ? [] : [`line ${lineFault.line}: ${lineFault.message}`]),
  ];
  return parts.join('; ');
}

function otherSchema({ stated, schemaSha256 }: FileFindings): FileProblem | null {
  if (stated.schema_sha256 === schemaSha256) return null;
  const [theirs, ours] = [stated.schema_sha256, schemaSha256].map((hash) => hash.slice(0, 12));
  const message = `written under another version of ${stated.schema} (${theirs}…, this version has ${ours}…)`;
  return { kind: 'schema_version', line: null, message, difference: null };
}

function storeDiffers(store: StoreDifference): FileProblem {
  const message = `the store has changed since the export, or the manifest's query was edited: ${differenceText(store)}`;
  return { kind: 'store_differs', line: store.line, message, difference: store.difference };
}

function differenceText({ line, difference, why }: StoreDifference): string {
  const { field, character, file, store } = difference;
  if (why !== undefined) return `line ${line}: ${why}`;
  if (store === null && field === '') return `line ${line} is in the file only`;
  if (file === null && field === '') return `line ${line} is missing in the file`;
  return `line ${line} differs${field === '' ? '' : ` in ${field}`}${character === null ? '' : ` at character ${character}`}`;
}
