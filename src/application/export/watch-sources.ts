import { EtalonError } from '../../domain/errors/etalon-error.js';
import { queryOf, windowOf } from '../dataset/dataset-window.js';
import type { StoreSnapshot } from '../ports/store-snapshot.port.js';
import type { ResolvedExport } from './resolve-export.js';
import { toSampleQuery } from './to-sample-query.js';

/** Has a snapshot look after all documents that an export reads: its own, and those of the data set that it hashes. */
export async function watchSources(snapshot: StoreSnapshot, { query, dataset }: ResolvedExport): Promise<void> {
  await snapshot.watch(query.kind, toSampleQuery(query));
  if (dataset === undefined) return;
  const whole = queryOf(dataset, windowOf(dataset));
  await snapshot.watch('digests', whole);
  await snapshot.watch('review_reports', whole);
}

/** @throws EXPORT_SOURCE_CHANGED when those documents are not of one moment. */
export async function assertUnchanged(snapshot: StoreSnapshot, { query }: ResolvedExport): Promise<void> {
  if (await snapshot.unchanged()) return;
  throw new EtalonError('EXPORT_SOURCE_CHANGED', `Documents changed while ${query.kind} were exported`, {
    details: { kind: query.kind },
  });
}
