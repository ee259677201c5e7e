import type { OnUnreadable, SampleQuery } from '../../ports/sample.repository.port.js';
import type { Store } from '../../ports/store.port.js';
import type { DatasetScan } from './dataset-scan.js';

/** The documents of both kinds. */
export type Documents = Pick<Store, 'digests' | 'reviewReports'>;

/** Reads every record that a query finds once, in the order that hashes of data sets are taken in. */
export async function scanSamples(store: Documents, query: SampleQuery, scan: DatasetScan): Promise<DatasetScan> {
  const onUnreadable: OnUnreadable = (id, error) => {
    scan.addUnreadable(id, error);
  };
  for await (const sample of store.digests.stream(query, 'channel', onUnreadable)) scan.add(sample);
  for await (const sample of store.reviewReports.stream(query, 'channel', onUnreadable)) scan.add(sample);
  return scan;
}
