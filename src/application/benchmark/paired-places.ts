import type { RunComparison } from '../../domain/benchmark/comparison/run-comparison.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import type { Provenance } from '../../domain/dataset/provenance.js';
import type { SampleReading } from '../ports/sample-files.port.js';

/** Whether a sample takes part in a comparison. */
type CountingRule = (provenance: Provenance) => boolean;

/** As in any comparison, synthetic samples take part only where both runs count them. */
export function countingRule(synthetic: boolean): CountingRule {
  return (provenance) => synthetic || provenance !== 'synthetic';
}

interface PairingChoice {
  /** The places that were drawn; all when left out. */
  readonly drawn: ReadonlySet<number> | undefined;
  readonly counts: CountingRule;
}

/** Which samples of a file a baseline has too. */
export interface PairedPlaces {
  /** The baseline's results by the places that their samples have in the file. */
  readonly before: ReadonlyMap<number, SampleResult>;
  /** Samples that count and are in the baseline (a) or among those that were drawn (b) alone. */
  readonly unpaired: RunComparison['unpaired'];
}

/** Finds the samples of a file that a baseline has a result of, and counts the others on both sides. */
export async function pairedPlaces(
  reading: SampleReading,
  baseline: AsyncIterable<SampleResult>,
  choice: PairingChoice,
): Promise<PairedPlaces> {
  const known = await byId(baseline, choice.counts);
  const before = new Map<number, SampleResult>();
  let alone = 0;
  for await (const { position, sampleId } of counted(reading, choice)) {
    const result = known.get(sampleId);
    if (result === undefined) alone += 1;
    else before.set(position, result);
  }
  return { before, unpaired: { a: known.size - before.size, b: alone } };
}

async function byId(
  results: AsyncIterable<SampleResult>,
  counts: CountingRule,
): Promise<ReadonlyMap<string, SampleResult>> {
  const known = new Map<string, SampleResult>();
  for await (const result of results) if (counts(result.provenance)) known.set(result.sampleId, result);
  return known;
}

async function* counted(reading: SampleReading, { drawn, counts }: PairingChoice) {
  let position = 0;
  for await (const { record } of reading) {
    const isMeant = counts(record.metadata.provenance) && drawn?.has(position) !== false;
    if (isMeant) yield { position, sampleId: record.sampleId };
    position += 1;
  }
}
