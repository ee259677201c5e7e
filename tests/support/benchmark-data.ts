import { join } from 'node:path';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { exported } from './benchmark-ports.js';
import { digest } from './samples.js';

/** So many digests with ids `sample-0`…, on twelve days in turn. */
export function digestsNamed(
  count: number,
  change: (sample: DigestSample, index: number) => DigestSample = same,
): readonly DigestSample[] {
  return Array.from({ length: count }, (_, index) =>
    change({ ...digest((index % 12) + 1), id: `sample-${String(index).padStart(6, '0')}` }, index),
  );
}

/** Writes so many digests as an export, and gives the file's path. */
export async function exportedDigests(
  folder: string,
  count: number,
  change?: (sample: DigestSample, index: number) => DigestSample,
): Promise<string> {
  return await exported(join(folder), digestsNamed(count, change));
}

/** The digest with scores of a judge. */
export function withScores(value: number, judgeModel = 'lexical-ru-1', promptVersion = 'ru-1') {
  return (sample: DigestSample): DigestSample => ({
    ...sample,
    judge: {
      ...{ judgeModel, promptVersion, verdict: 'MEETS_EXPECTATIONS', notes: '' },
      scores: { coverage: value, accuracy: value, coherence: value, informativeness: value },
    },
  });
}

function same(sample: DigestSample): DigestSample {
  return sample;
}
