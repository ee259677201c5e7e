import type { AuditText } from '../../../domain/benchmark/audit/audit-text.js';
import type { AuditedDataset } from '../../../domain/benchmark/audit/judge-audit.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import { SeededSelection } from '../../../domain/export/seeded-selection.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { RandomFactory } from '../../ports/random-factory.port.js';
import type { SampleFiles, SampleLine, SampleReading } from '../../ports/sample-files.port.js';
import type { FoundDataset } from '../find-dataset.js';
import { scanDataset } from '../scan-dataset.js';

/** A sample of the audit, with the summary of another day of its channel where there is one. */
export interface AuditSample {
  readonly record: ExportRecord;
  readonly day: string;
  readonly otherDay: string | null;
}

/** How to draw. */
export interface DrawOptions {
  readonly seed: number;
  /** How many at most. */
  readonly size: number;
  readonly signal: AbortSignal | undefined;
}

/** Where a sample stands in the file. */
interface Candidate {
  readonly position: number;
  readonly day: string;
}

type Selections = Map<string, SeededSelection<Candidate>>;

interface Ports {
  readonly files: SampleFiles;
  readonly random: RandomFactory;
}

/**
 * Draws real samples by seed, each channel in its turn; synthetic ones only where there are no others. Reads the file
 * twice and keeps the texts of the chosen samples alone.
 *
 * @throws what the file does; BENCHMARK_DATASET_EMPTY; BENCHMARK_DATASET_CHANGED; INTERRUPTED.
 */
export async function drawAuditSamples(
  ports: Ports,
  { path, zone }: FoundDataset,
  kind: SampleKind,
  { seed, size, signal }: DrawOptions,
): Promise<{ readonly samples: readonly AuditSample[]; readonly dataset: AuditedDataset }> {
  const [real, synthetic]: [Selections, Selections] = [new Map(), new Map()];
  let position = 0;
  const offer = ({ record }: SampleLine) => {
    const selections = record.metadata.provenance === 'synthetic' ? synthetic : real;
    const rank = ports.random.seeded(seed, `judge-audit sample ${record.sampleId}`).next().toFixed(16);
    const selection = selections.get(record.channel) ?? new SeededSelection<Candidate>(size);
    selections.set(record.channel, selection);
    selection.offer(rank, { position: position++, day: zone.dayOf(record.timestamp) });
  };
  const {
    sha256,
    samples: count,
    byProvenance,
  } = await scanDataset(tapped(ports.files.read(path, kind), offer), path, signal);
  const drawnFrom = real.size > 0 ? 'real' : 'synthetic';
  const chosen = inTurns(real.size > 0 ? real : synthetic).slice(0, size);
  const samples = await load(ports.files.read(path, kind), chosen, { path, sha256 });
  return { samples, dataset: { path, sha256, kind, samples: count, drawnFrom, byProvenance } };
}

/** A reading that shows each line to somebody on its way. */
function tapped(reading: SampleReading, see: (line: SampleLine) => void): SampleReading {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const line of reading) {
        see(line);
        yield line;
      }
    },
    sha256: () => reading.sha256(),
  };
}

interface Chosen extends Candidate {
  /** The sample of the same channel that lends its summary. */
  readonly other: number | null;
}

/** The first of each channel, then the second of each, and so on. */
function inTurns(selections: Selections): readonly Chosen[] {
  const channels = [...selections.keys()].sort().map((channel) => withOthers(selections.get(channel)?.items() ?? []));
  const longest = Math.max(0, ...channels.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => channels.flatMap((list) => list[turn] ?? [])).flat();
}

function withOthers(items: readonly Candidate[]): readonly Chosen[] {
  return items.map((item, index) => {
    const following = [...items.slice(index + 1), ...items.slice(0, index)];
    return { ...item, other: following.find(({ day }) => day !== item.day)?.position ?? null };
  });
}

async function load(
  reading: SampleReading,
  chosen: readonly Chosen[],
  { path, sha256 }: { readonly path: string; readonly sha256: string },
): Promise<readonly AuditSample[]> {
  const wanted = new Set(chosen.map((choice) => choice.position));
  const lent = new Set(chosen.map(({ other }) => other));
  const records = new Map<number, ExportRecord>();
  const summaries = new Map<number, AuditText['summary']>();
  let position = 0;
  for await (const { record } of reading) {
    if (wanted.has(position)) records.set(position, record);
    if (lent.has(position)) summaries.set(position, record.summaryMarkdown);
    position += 1;
  }
  refuseChanged(path, sha256, reading.sha256());
  return chosen.flatMap(({ position: at, day, other }) => {
    const record = records.get(at);
    return record === undefined ? [] : [{ record, day, otherDay: summaries.get(other ?? -1) ?? null }];
  });
}

function refuseChanged(path: string, before: string, now: string): void {
  if (before === now) return;
  throw new EtalonError('BENCHMARK_DATASET_CHANGED', `${path} was changed while the audit read it.`, {
    details: { path, sha256_before: before, sha256_now: now },
  });
}
