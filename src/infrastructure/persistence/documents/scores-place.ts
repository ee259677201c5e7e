import type { SampleKind } from '../../../domain/dataset/sample.js';

type Members = Readonly<Record<string, unknown>>;

/** Where a judge's scores go in a document: under `llm_judge` in the object at `path`. */
export interface ScoresPlace {
  readonly path: readonly string[];
  /** Whether that object is there already. */
  readonly there: boolean;
}

/**
 * Finds the place where scores belong in a document of any age, such that nothing else in it is read otherwise than
 * before: `quality` in digests, the metadata that a report has, else its `quality`.
 *
 * @returns `undefined` when scores are there.
 */
export function scoresPlace(kind: SampleKind, document: Members): ScoresPlace | undefined {
  const metadata = kind === 'digests' ? undefined : metadataOf(document);
  const judged = [metadata?.members, membersOf(document['quality']) ?? membersOf(document['ground_truth'])];
  if (judged.some((members) => (members?.['llm_judge'] ?? null) !== null)) return undefined;
  if (metadata !== undefined) return { path: metadata.path, there: true };
  return { path: ['quality'], there: membersOf(document['quality']) !== undefined };
}

function metadataOf(document: Members): { readonly path: readonly string[]; readonly members: Members } | undefined {
  const inReport = membersOf(membersOf(document['report'])?.['metadata']);
  if (inReport !== undefined) return { path: ['report', 'metadata'], members: inReport };
  const atTop = membersOf(document['metadata']);
  return atTop && { path: ['metadata'], members: atTop };
}

function membersOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;
}
