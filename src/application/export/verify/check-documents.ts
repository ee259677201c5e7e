import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import type { ExportManifest } from '../../../domain/export/export-manifest.js';
import { schemaValidation } from '../../../domain/export/schema-validation.js';
import type { FileCheck, FileProblem } from '../../../domain/export/verify/export-check.js';
import { missingFile } from '../../../domain/export/verify/file-problem.js';
import { jsonDifference } from '../../../domain/export/verify/json-difference.js';
import { parseJson } from '../../../domain/shared/parse-json.js';
import { TimeZone } from '../../../domain/time/time-zone.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { Store } from '../../ports/store.port.js';
import type { DatasetState } from '../state-of-dataset.js';
import { stateOfDataset } from '../state-of-dataset.js';
import { queryOf } from './export-replay.js';

const RUN_AGAIN = 'run the export again';
const MOST_QUOTED = 40;

/** `manifest.json` of a folder that has none, and other things of an export. */
export function withoutManifest(): FileCheck {
  return check('manifest.json', missingFile('files of an export are there'));
}

/**
 * How `schema_validation.json`, which is written just before the manifest, is not what the manifest says.
 *
 * @returns nothing when they are of one export.
 */
export function validationContradiction(manifest: ExportManifest, text: string | null): string | undefined {
  if (text === null) return 'it is missing';
  const stated = parseJson(text);
  if (stated === undefined) return 'it is not JSON';
  const found = jsonDifference(stated, schemaValidation(manifest));
  if (found === undefined) return undefined;
  const where = found.path === '' ? 'it' : found.path.slice(0, 100);
  const [here, there] = [found.left, found.right].map(shown);
  return `${where} is ${here}, and the manifest states ${there}`;
}

/**
 * What is wrong with a `schema_validation.json` that contradicts the manifest.
 *
 * @param text `null` where there is none.
 * @param cutOff whether anything else in the folder says that an export was cut off: else one of both was edited.
 */
export function checkValidation(contradiction: string, text: string | null, cutOff: boolean): FileCheck {
  const name = 'schema_validation.json';
  if (text === null) return check(name, missingFile('the manifest is there'));
  return cutOff
    ? document(name, 'interrupted', `${contradiction}: an export was interrupted, or still runs; ${RUN_AGAIN}`)
    : document(name, 'manifest_differs', `${contradiction}: one of both was edited; ${RUN_AGAIN}`);
}

/**
 * Compares the hashes and the time zone of the data set that a manifest states with those that it has in the store now.
 *
 * @returns nothing when they are equal.
 * @throws INTERRUPTED, and what the store throws.
 */
export async function checkDataset(
  store: Store,
  manifest: ExportManifest,
  hasher: Hasher,
  signal?: AbortSignal,
): Promise<FileCheck | undefined> {
  for (const name of new Set(manifest.files.map((file) => queryOf(manifest, file).dataset))) {
    const dataset = name === null ? undefined : await store.datasets.find(name);
    if (name !== null && dataset === undefined) return differs(`the store has no data set named ${name.slice(0, 100)}`);
    const state = await stateOfDataset(store, dataset, hasher, signal);
    const what = [...differingZone(manifest, dataset), ...differingHashes(manifest, state)];
    if (what.length > 0) return differs(what.join(', '));
  }
  return undefined;
}

/** Whose days the samples fall on; without a record, the exporter's own setting gave it. */
function differingZone({ timezone: stated }: ExportManifest, dataset: BenchmarkDataset | undefined): readonly string[] {
  const zone = dataset === undefined ? undefined : TimeZone.named(dataset.timezone)?.name;
  return zone === undefined || zone === stated
    ? []
    : [`timezone of the data set is ${zone} in the store, the manifest states ${stated.slice(0, MOST_QUOTED)}`];
}

function differingHashes(manifest: ExportManifest, now: DatasetState): readonly string[] {
  return [
    ...differingHash('dataset_hash', manifest.dataset_hash, now.datasetHash),
    ...differingHash('scores_hash', manifest.scores_hash, now.scoresHash),
  ];
}

function differingHash(name: string, stated: string | null, now: string | null): readonly string[] {
  if (stated === now) return [];
  const [then, today] = [stated, now].map((hash) => hash?.slice(0, 12) ?? 'null');
  return [`${name} is ${today} in the store now, the manifest states ${then}`];
}

function shown(value: unknown): string {
  const text = value === undefined ? 'not there' : JSON.stringify(value);
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text;
}

function differs(message: string): FileCheck {
  return document('manifest.json', 'dataset_differs', message);
}

function document(path: string, kind: FileProblem['kind'], message: string): FileCheck {
  return check(path, { kind, line: null, message, difference: null });
}

function check(path: string, problem: FileProblem): FileCheck {
  return { path, records: null, problem, twice: null };
}
