import { defineHandler } from '../define-handler.js';
import { datasetDocument } from './dataset-document.js';

/** There are none: the command lists everything. */
class ListOptions {
  readonly all = true;
}

/** `etalon dataset list` */
export const listHandler = defineHandler(ListOptions, async ({ services, output }) => {
  const datasets = await (await services.get('listDatasets')).execute();
  output.json({ schema_version: 1, datasets: datasets.map(datasetDocument) });
  if (datasets.length === 0) output.line('No data set yet: `etalon seed` makes one.');
  output.table(
    datasets.map(({ name, origin, status, firstDay, lastDay, timezone, channels, floor, datasetHash }) => ({
      ...{ name, origin, status, first: firstDay, last: lastDay, timezone },
      ...{ channels: channels.length, floor, hash: datasetHash?.slice(0, 12) ?? null },
    })),
  );
  return 0;
});
