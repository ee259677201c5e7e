import type { RunComparison } from '../../domain/benchmark/comparison/run-comparison.js';
import { countedResults } from '../../domain/benchmark/counted-results.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import { ScoreColumns, scoresOf } from '../../domain/benchmark/score-columns.js';
import type { SampleReading } from '../ports/sample-files.port.js';

interface PairingChoice {
  /** The names of the scores that are kept. */
  readonly metrics: readonly string[];
  /** The places that were drawn; all when left out. */
  readonly drawn: ReadonlySet<number> | undefined;
  /** Whether both runs count synthetic samples. */
  readonly synthetic: boolean;
}

/** Which samples of a file a baseline has too. */
export interface PairedPlaces {
  /** The places that their samples have in the file, with the rows of the baseline's scores. */
  readonly rows: ReadonlyMap<number, number>;
  /** The baseline's. */
  readonly scores: ScoreColumns;
  /** Samples that count and are in the baseline (a) or among those that were drawn (b) alone. */
  readonly unpaired: RunComparison['unpaired'];
}

/** Finds the samples of a file that a baseline has a result of, and counts the others on both sides. */
export async function pairedPlaces(
  reading: SampleReading,
  baseline: AsyncIterable<SampleResult>,
  choice: PairingChoice,
): Promise<PairedPlaces> {
  const { known, scores } = await rowsById(countedResults(baseline, choice.synthetic), choice.metrics);
  const rows = new Map<number, number>();
  let alone = 0;
  for await (const { position, sampleId } of counted(reading, choice)) {
    const row = known.get(sampleId);
    if (row === undefined) alone += 1;
    else rows.set(position, row);
  }
  return { rows, scores, unpaired: { a: known.size - rows.size, b: alone } };
}

/** The scores in columns, and the row of each id. */
async function rowsById(results: AsyncIterable<SampleResult>, metrics: readonly string[]) {
  const scores = new ScoreColumns(metrics);
  const known = new Map<string, number>();
  for await (const result of results) known.set(result.sampleId, scores.add(scoresOf(result)));
  return { known, scores };
}

async function* counted(reading: SampleReading, { drawn, synthetic }: PairingChoice) {
  let position = 0;
  for await (const { record } of reading) {
    const counts = synthetic || record.metadata.provenance !== 'synthetic';
    if (counts && drawn?.has(position) !== false) yield { position, sampleId: record.sampleId };
    position += 1;
  }
}
