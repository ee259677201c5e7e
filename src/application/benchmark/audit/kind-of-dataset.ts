import type { SampleKind } from '../../../domain/dataset/sample.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { SampleFiles } from '../../ports/sample-files.port.js';

/** Tells what a data set file holds by its first line; what fits neither kind is read as digests and refused as such. */
export async function kindOfDataset(files: SampleFiles, path: string): Promise<SampleKind> {
  return (await beginsAs(files, path, 'review_reports')) ? 'review_reports' : 'digests';
}

async function beginsAs(files: SampleFiles, path: string, kind: SampleKind): Promise<boolean> {
  try {
    const { done } = await files.read(path, kind)[Symbol.asyncIterator]().next();
    return done !== true;
  } catch (error) {
    if (error instanceof EtalonError && error.code === 'BENCHMARK_DATASET_INVALID') return false;
    throw error;
  }
}
