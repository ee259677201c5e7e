import type { ExportManifest, ManifestFile } from '../export-manifest.js';
import { MOST_LISTED } from '../skipped-records.js';
import { fromIso } from '../../time/instant.js';
import { TimeZone } from '../../time/time-zone.js';
import type { StoredQuery } from './stored-query.js';

/** Where a manifest contradicts itself: a JSON pointer and what the rule asks for. */
export interface ManifestFault {
  readonly path: string;
  readonly rule: string;
}

/** Lines that share one hash in a manifest. */
export const LINES_PER_BLOCK = 1000;

/** No file system takes a longer name. */
const LONGEST_NAME = 255;

/** What no schema can say of a manifest that fits its schema; none when it is sound. */
export function manifestFaults(manifest: ExportManifest): readonly ManifestFault[] {
  const paths = manifest.files.map(({ path }) => path);
  return [
    ...zoneFaults(manifest.timezone),
    ...manifest.files.flatMap((file, index) => fileFaults(file, index, paths)),
    ...manifest.files.flatMap((file) => queryFaults(file, manifest.query)),
    ...Object.keys(manifest.query)
      .filter((path) => !paths.includes(path))
      .map((path) => ({ path: pointer('query', path), rule: 'must be of a file that is listed' })),
  ];
}

/** Runs read an export by the days of its zone. */
function zoneFaults(name: string): readonly ManifestFault[] {
  const rule = 'must be a time zone of the IANA database, such as Europe/Moscow';
  return TimeZone.named(name) === undefined ? [{ path: '/timezone', rule }] : [];
}

function fileFaults({ path, records, bytes, blocks, skipped }: ManifestFile, index: number, paths: readonly string[]) {
  const at = pointer('files', String(index));
  const faults: ManifestFault[] = [];
  if (path.length > LONGEST_NAME)
    faults.push({ path: `${at}/path`, rule: `must have ${LONGEST_NAME} characters at most` });
  if (paths.indexOf(path) !== index) faults.push({ path: `${at}/path`, rule: 'must be listed once' });
  if (!Number.isSafeInteger(records)) faults.push({ path: `${at}/records`, rule: 'must be a number of records' });
  if (!Number.isSafeInteger(bytes)) faults.push({ path: `${at}/bytes`, rule: 'must be a number of bytes' });
  if (skipped !== undefined && skipped.records.length !== Math.min(skipped.count, MOST_LISTED))
    faults.push({ path: `${at}/skipped/records`, rule: `must list as many as were left out, ${MOST_LISTED} at most` });
  if (blocks.length !== Math.ceil(records / LINES_PER_BLOCK))
    faults.push({ path: `${at}/blocks`, rule: 'must have one hash for each 1,000 records' });
  return faults;
}

function queryFaults(file: ManifestFile, queries: ExportManifest['query']): readonly ManifestFault[] {
  const { path, kind } = file;
  const at = pointer('query', path);
  if (!Object.hasOwn(queries, path)) return [{ path: at, rule: 'must be there, for the file is listed' }];
  const query = queries[path] as unknown as StoredQuery;
  const faults = query.kind === kind ? [] : [{ path: `${at}/kind`, rule: `must be ${kind}, as the file` }];
  const moments = (['from', 'to'] as const).filter((key) => isNoMoment(query[key] ?? null));
  const dated = moments.map((key) => ({ path: `${at}/${key}`, rule: 'must be a moment that exists' }));
  return [...faults, ...dated, ...countFaults(file, query, at)];
}

function isNoMoment(text: string | null): boolean {
  return text !== null && fromIso(text) === undefined;
}

/** No export writes more records than it was asked for. */
function countFaults({ records }: ManifestFile, { limit, sample }: StoredQuery, at: string): readonly ManifestFault[] {
  const asked = { limit, 'sample/size': sample?.size ?? null };
  return Object.entries(asked)
    .filter(([, most]) => most !== null && most < records)
    .map(([name, most]) => ({
      path: `${at}/${name}`,
      rule: `is ${most}, and the file is stated to have ${records} records: one of both was edited`,
    }));
}

function pointer(...parts: readonly string[]): string {
  return parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
