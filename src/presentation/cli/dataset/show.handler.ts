import type { DatasetMap } from '../../../application/dataset/show-dataset.use-case.js';
import { windowDocument } from '../../../domain/dataset/coverage/report-document.js';
import { defineHandler } from '../define-handler.js';
import { DatasetName } from '../options/dataset-name.js';
import { datasetDocument } from './dataset-document.js';
import { HEAT_MAP_LEGEND, heatMap } from './heat-map.js';

class ShowOptions {
  @DatasetName()
  name = 'default';
}

/** `etalon dataset show` */
export const showHandler = defineHandler(ShowOptions, async ({ services, output }, { name }) => {
  const map = await (await services.get('showDataset')).execute({ name });
  const { dataset, window } = map;
  output.json(mapDocument(map));
  output.line(`${output.style.bold(dataset.name)}  ${window.first} … ${window.last}, ${window.zone.name}`);
  for (const line of heatMap(map)) output.line(line);
  output.line(output.style.dim(HEAT_MAP_LEGEND));
  return 0;
});

function mapDocument({ dataset, window, digests, reviewReports }: DatasetMap): object {
  const head = { schema_version: 1, dataset: datasetDocument(dataset), window: windowDocument(window) };
  return { ...head, digests, review_reports: reviewReports };
}
