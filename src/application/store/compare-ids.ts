import { compareUtf8 } from '../../domain/shared/compare-utf8.js';
import type { CollectionName } from '../ports/store-documents.port.js';

/** Compares ids in the order in which stores give their documents. */
export function compareIds(collection: CollectionName, a: string, b: string): number {
  if (collection !== 'benchmark_results') return compareUtf8(a, b);
  const [[runA, sampleA], [runB, sampleB]] = [partsOf(a), partsOf(b)];
  return compareUtf8(runA, runB) || compareUtf8(sampleA, sampleB);
}

function partsOf(id: string): readonly [string, string] {
  return JSON.parse(id) as [string, string];
}
