import { defineHandler } from '../define-handler.js';
import { DatasetName } from '../options/dataset-name.js';
import { WholeNumber } from '../options/option-rules.js';
import { writeSpotcheckResult } from './write-spotcheck.js';

class SampleOptions {
  @WholeNumber({ min: 0, max: 4_294_967_295 })
  seed = 1;

  @WholeNumber({ min: 1, max: 1000 })
  perChannel = 5;

  @DatasetName()
  name = 'default';
}

/** `etalon spotcheck sample` */
export const spotcheckSampleHandler = defineHandler(SampleOptions, async ({ services, output }, options) => {
  const { seed, perChannel, name } = options;
  const result = await (await services.get('sampleSpotcheck')).execute({ seed, perChannel, name });
  output.json({ ...result.spotcheck, folder: result.folder, kept: result.kept });
  writeSpotcheckResult(output, result);
  return result.spotcheck.failed === 0 ? 0 : 2;
});
