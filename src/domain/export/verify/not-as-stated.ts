import type { ManifestFile } from '../export-manifest.js';
import type { LineBlock, ProblemKind } from './export-check.js';
import type { FoundFile } from './found-file.js';
import { LINES_PER_BLOCK } from './manifest-faults.js';

/** How a file is not what its manifest states. */
export interface NotAsStated {
  readonly kind: ProblemKind;
  /** The first block of lines that differs; `undefined` when all are as stated. */
  readonly block: LineBlock | undefined;
  readonly message: string;
}

/**
 * Compares what a manifest states of a file with what the file is.
 *
 * @param store the first line that the store has otherwise, `undefined` when it was not asked; `null` when it gives every
 *   line of the file: then it is the manifest that is wrong.
 * @returns nothing when they agree in everything.
 */
export function notAsStated(
  stated: ManifestFile,
  found: FoundFile,
  store: object | null | undefined,
): NotAsStated | undefined {
  const facts = differingFacts(stated, found);
  const block = differingBlock(stated, found);
  if (facts.length === 0 && block === undefined && found.fault === null) return undefined;
  const kind = kindOf(stated, found, block === undefined || (store === null && found.ended));
  // With the exact line at hand its block says nothing more.
  const where = block === undefined || store ? [] : whereOf(block, found.fault);
  return { kind, block, message: messageOf(kind, facts, where, found.fault) };
}

function whereOf(block: LineBlock, fault: string | null): readonly string[] {
  if (fault === null) return [`first difference in lines ${block.from} to ${block.to}`];
  // What was not read need not differ.
  return block.from === 1 ? [] : [`as stated up to line ${block.from - 1}`];
}

function kindOf(stated: ManifestFile, found: FoundFile, linesRight: boolean): ProblemKind {
  if (found.fault !== null) return 'unreadable';
  const sameContent = found.content.sha256 === (stated.uncompressed ?? stated).sha256;
  // What a compressed file holds can be right while the file itself is not.
  const packed = stated.uncompressed !== null && found.sha256 !== stated.sha256 && sameContent;
  return (linesRight || sameContent) && !packed ? 'manifest_differs' : 'changed';
}

function differingFacts(stated: ManifestFile, found: FoundFile): readonly string[] {
  // Of a file that was not read to its end, only the blocks can be compared.
  if (found.fault !== null) return [];
  const { uncompressed } = stated;
  return [
    ...fact('bytes', stated.bytes, found.bytes),
    ...fact('SHA-256', stated.sha256, found.sha256),
    ...fact('uncompressed bytes', uncompressed?.bytes ?? found.content.bytes, found.content.bytes),
    ...fact('uncompressed SHA-256', uncompressed?.sha256 ?? found.content.sha256, found.content.sha256),
    ...fact('records', stated.records, found.lines),
  ];
}

function fact(name: string, stated: number | string, found: number | string): readonly string[] {
  return stated === found ? [] : [`${name}: the manifest states ${short(stated)}, the file has ${short(found)}`];
}

function short(value: number | string): string {
  return typeof value === 'number' ? String(value) : `${value.slice(0, 12)}…`;
}

function differingBlock({ blocks, records }: ManifestFile, found: FoundFile): NotAsStated['block'] {
  const most = Math.max(blocks.length, found.blocks.length);
  for (let index = 0; index < most; index += 1) {
    if (blocks[index] === found.blocks[index]) continue;
    const from = index * LINES_PER_BLOCK + 1;
    return { from, to: Math.max(from, Math.min(from + LINES_PER_BLOCK - 1, Math.max(records, found.lines))) };
  }
  return undefined;
}

function messageOf(
  kind: ProblemKind,
  facts: readonly string[],
  where: readonly string[],
  fault: string | null,
): string {
  const all = [...(fault === null ? [] : [fault]), ...facts, ...where];
  if (kind !== 'manifest_differs') return all.join('; ');
  const wrong = [...(facts.length > 0 ? facts : ['it states another hash of a block']), ...where].join('; ');
  return `the lines are right, and the manifest does not agree with them: it is of another export, or was edited (${wrong})`;
}
