import type { CollectionName } from '../ports/store-documents.port.js';
import type { Store } from '../ports/store.port.js';

/** What a store offers beside repositories. */
type Facility = 'kind' | 'location' | 'documents' | 'lock' | 'runLock' | 'snapshot' | 'close';

/**
 * The collections of each repository, in the order of a copy: what a record speaks of comes before the record. A
 * repository that a store gains must be listed here before anything compiles.
 */
const COLLECTIONS = {
  digests: ['digests'],
  reviewReports: ['review_reports'],
  runs: ['benchmark_results', 'benchmark_runs'],
  datasets: ['datasets'],
} as const satisfies Record<Exclude<keyof Store, Facility>, readonly CollectionName[]>;

type Listed = (typeof COLLECTIONS)[keyof typeof COLLECTIONS][number];

/** Everything that a copy takes along; it does not compile when a collection is listed nowhere. */
export const COPIED_COLLECTIONS: [CollectionName] extends [Listed] ? readonly CollectionName[] : never =
  Object.values(COLLECTIONS).flat();
