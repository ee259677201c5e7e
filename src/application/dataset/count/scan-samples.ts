import type { OnUnreadable, SampleQuery } from '../../ports/sample.repository.port.js';
import type { Store } from '../../ports/store.port.js';
import type { DatasetScan } from './dataset-scan.js';

/** Reads every record that a query finds once, in the order that hashes of data sets are taken in. */
export async function scanSamples(store: Store, query: SampleQuery, scan: DatasetScan): Promise<DatasetScan> {
  const onUnreadable: OnUnreadable = (id, error) => {
    scan.addUnreadable(id, error);
  };
  for await (const sample of store.digests.stream(query, 'channel', onUnreadable)) scan.add(sample);
  for await (const sample of store.reviewReports.stream(query, 'channel', onUnreadable)) scan.add(sample);
  return scan;
}
