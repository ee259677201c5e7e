import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import { parseChannel } from '../../domain/dataset/channel.js';
import type { Sample } from '../../domain/dataset/sample.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ExportQuery } from '../../domain/export/export-query.js';
import type { CalendarDay } from '../../domain/time/calendar-day.js';
import type { Instant } from '../../domain/time/instant.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { SampleRepository, SampleSpan } from '../ports/sample.repository.port.js';
import type { StoreSnapshot } from '../ports/store-snapshot.port.js';
import { zoneNamed } from '../zone-named.js';
import type { ExportSamplesCommand } from './export-samples.command.js';
import { toSampleQuery } from './to-sample-query.js';

const DEFAULT_DATASET = 'default';
const MS_PER_HOUR = 3_600_000;

/** A command with everything settled that it left open. */
export interface ResolvedExport {
  readonly query: ExportQuery;
  readonly dataset: BenchmarkDataset | undefined;
  readonly zone: TimeZone;
  /** The data set's last day, or that of the newest document: names the folder, so that paths are reproducible. */
  readonly day: CalendarDay;
  readonly samples: SampleRepository<Sample>;
  /** How many documents fit the query, whatever is chosen of them. */
  readonly found: number;
  /** How many records it can have at most. */
  readonly most: number;
}

/**
 * Settles what a command leaves open from the data set's record and the store.
 *
 * @throws DATASET_NOT_FOUND, EXPORT_CHANNEL_UNKNOWN, EXPORT_EMPTY, and what the store throws.
 */
export async function resolveExport(
  store: StoreSnapshot,
  command: ExportSamplesCommand,
  defaultZone: string,
): Promise<ResolvedExport> {
  const samples = command.kind === 'digests' ? store.digests : store.reviewReports;
  const dataset = await findDataset(store, command.dataset);
  const zone = zoneNamed(dataset?.timezone ?? defaultZone, 'STORE_DOCUMENT_INVALID');
  const channels = command.channels && (await knownChannels(samples, command.channels));
  const wide = wideQuery({ ...command, ...(channels && { channels }) }, dataset, zone);
  const span = await spanOf(samples, wide);
  const query = { ...wide, from: narrowed(wide.from, span.last, command.hours) };
  const { count: found } = command.hours === undefined ? span : await spanOf(samples, query);
  return { query, dataset, zone, day: dataset?.lastDay ?? zone.dayOf(span.last), samples, ...counted(query, found) };
}

function counted({ sample, limit }: ExportQuery, found: number): Pick<ResolvedExport, 'found' | 'most'> {
  return { found, most: Math.min(found, sample?.size ?? Infinity, limit ?? Infinity) };
}

async function spanOf(samples: SampleRepository<Sample>, query: ExportQuery): Promise<SampleSpan> {
  const span = await samples.span(toSampleQuery(query));
  if (span !== undefined) return span;
  throw new EtalonError('EXPORT_EMPTY', `No document of ${query.kind} fits the query`);
}

async function findDataset(store: StoreSnapshot, name: string | undefined): Promise<BenchmarkDataset | undefined> {
  const found = await store.datasets.find(name ?? DEFAULT_DATASET);
  if (found === undefined && name !== undefined) {
    throw new EtalonError('DATASET_NOT_FOUND', `The store has no data set named ${name}`, {
      details: { name },
    });
  }
  return found;
}

function wideQuery(command: ExportSamplesCommand, dataset: BenchmarkDataset | undefined, zone: TimeZone): ExportQuery {
  const { kind, language = null, limit = null, sample = null } = command;
  const { realOnly = false, redact = false } = command;
  const scope = scopeOf(command, dataset, zone);
  return { kind, dataset: dataset?.name ?? null, ...scope, language, realOnly, limit, sample, redact };
}

function scopeOf(
  { from, to, channels }: ExportSamplesCommand,
  dataset: BenchmarkDataset | undefined,
  zone: TimeZone,
): Pick<ExportQuery, 'channels' | 'from' | 'to'> {
  const first = from ?? dataset?.firstDay;
  const last = to ?? dataset?.lastDay;
  const wanted = channels ?? dataset?.channels;
  return {
    channels: wanted === undefined ? null : [...new Set(wanted)].sort(),
    from: first === undefined ? null : zone.startOf(first),
    to: last === undefined ? null : zone.endOf(last),
  };
}

/** The hours are open at their far end: 24 of them hold one daily digest, not two. */
function narrowed(from: Instant | null, newest: Instant, hours: number | undefined): Instant | null {
  if (hours === undefined) return from;
  return Math.max(from ?? 0, newest - Math.round(hours * MS_PER_HOUR) + 1);
}

/** The channels as the store has them: exactly as they were asked for, else as handles are written. */
async function knownChannels(samples: SampleRepository<Sample>, asked: readonly string[]): Promise<readonly string[]> {
  const known = await samples.channels();
  const channels = asked.map((name) => (known.includes(name) ? name : (parseChannel(name) ?? name)));
  refuseUnknown(channels, known);
  return channels;
}

function refuseUnknown(channels: readonly string[], known: readonly string[]): void {
  const unknown = channels.filter((channel) => !known.includes(channel));
  if (unknown.length === 0 || known.length === 0) return;
  const message = `No document of ${unknown.join(', ')}; there are ${known.join(', ')}`;
  throw new EtalonError('EXPORT_CHANNEL_UNKNOWN', message, { details: { unknown, known } });
}
