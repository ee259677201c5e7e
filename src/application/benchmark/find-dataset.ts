import type { ExportedAs } from '../../domain/benchmark/benchmark-run.js';
import type { SampleKind } from '../../domain/dataset/sample.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { TimeZone } from '../../domain/time/time-zone.js';
import type { DataPaths } from '../ports/publisher.port.js';
import type { SampleFileFacts, SampleFiles } from '../ports/sample-files.port.js';
import { zoneNamed } from '../zone-named.js';
import type { RunBenchmarkCommand } from './run-benchmark.command.js';

/** The data set of a run: where it is, what it is called, and whose days its samples fall on. */
export interface FoundDataset {
  readonly path: string;
  readonly name: string;
  readonly zone: TimeZone;
  /** SHA-256 that the manifest beside it states; `null` without one. */
  readonly stated: string | null;
  /** How that manifest says the file was exported; `null` where none vouches for it. */
  readonly exported: ExportedAs | null;
}

const NEWEST: Readonly<Record<SampleKind, { readonly file: string; readonly command: string }>> = {
  digests: { file: 'digests.jsonl', command: 'etalon export digests' },
  review_reports: { file: 'review_reports.jsonl', command: 'etalon export review-reports' },
};

/**
 * Finds the file that was named, else the newest export of the kind.
 *
 * @throws BENCHMARK_DATASET_NOT_FOUND naming the command that makes an export; USAGE for an unknown time zone,
 * EXPORT_MANIFEST_INVALID when it is the manifest that names it.
 */
export async function findDataset(
  ports: { readonly paths: DataPaths; readonly files: SampleFiles },
  command: Pick<RunBenchmarkCommand, 'dataset' | 'timezone'>,
  kind: SampleKind,
  defaultTimezone: string,
): Promise<FoundDataset> {
  const path = command.dataset ?? (await newestExport(ports.paths, kind));
  const facts = await ports.files.facts(path);
  const zone = zoneOf(path, command.timezone ?? null, facts.timezone) ?? zoneNamed(defaultTimezone, 'USAGE');
  return { path, name: facts.dataset ?? fileStem(path), zone, ...vouchedFor(facts) };
}

/** A manifest that states no hash vouches for nothing. */
function vouchedFor({ sha256, exported }: SampleFileFacts): Pick<FoundDataset, 'stated' | 'exported'> {
  return { stated: sha256, exported: sha256 === null ? null : exported };
}

function zoneOf(path: string, asked: string | null, stated: string | null): TimeZone | undefined {
  if (asked !== null) return zoneNamed(asked, 'USAGE');
  if (stated === null) return undefined;
  const zone = TimeZone.named(stated);
  if (zone !== undefined) return zone;
  const message = `The manifest beside ${path} names the time zone "${stated.slice(0, 100)}", which does not exist.`;
  const hint = 'Export again, or name the zone whose days count with --timezone.';
  throw new EtalonError('EXPORT_MANIFEST_INVALID', message, {
    hint,
    details: { path, timezone: stated.slice(0, 100) },
  });
}

async function newestExport(paths: DataPaths, kind: SampleKind): Promise<string> {
  const { file, command } = NEWEST[kind];
  const path = await paths.latestExport(file);
  if (path !== undefined) return path;
  throw new EtalonError('BENCHMARK_DATASET_NOT_FOUND', `There is no export with ${file} yet.`, {
    hint: `Run \`${command}\` first, or name a file with --dataset.`,
    details: { file, command },
  });
}

function fileStem(path: string): string {
  const name = path.split(/[\\/]/u).at(-1) ?? path;
  return name.replace(/\.jsonl(?:\.(?:gz|zst))?$/u, '');
}
