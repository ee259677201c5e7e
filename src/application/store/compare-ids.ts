import { compareTexts } from '../../domain/shared/compare-texts.js';
import type { CollectionName } from '../ports/store-documents.port.js';

/** Compares ids in the order in which stores give their documents. */
export function compareIds(collection: CollectionName, a: string, b: string): number {
  if (collection !== 'benchmark_results') return compareTexts(a, b);
  const [[runA, sampleA], [runB, sampleB]] = [partsOf(a), partsOf(b)];
  return compareTexts(runA, runB) || compareTexts(sampleA, sampleB);
}

function partsOf(id: string): readonly [string, string] {
  return JSON.parse(id) as [string, string];
}
