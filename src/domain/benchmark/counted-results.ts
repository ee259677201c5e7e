import type { SampleResult } from './sample-result.js';

/** The results that count, as they come: synthetic ones only where they are wanted. */
export async function* countedResults(
  results: AsyncIterable<SampleResult>,
  includeSynthetic: boolean,
): AsyncGenerator<SampleResult> {
  for await (const result of results) if (includeSynthetic || result.provenance !== 'synthetic') yield result;
}
