import type { ExportManifest } from '../../domain/export/export-manifest.js';
import { mergeManifests } from '../../domain/export/export-manifest.js';
import { schemaValidation } from '../../domain/export/schema-validation.js';
import { parseJson } from '../../domain/shared/parse-json.js';
import { prettyJson } from '../../domain/shared/pretty-json.js';
import type { DocumentSchemas } from '../ports/document-schemas.port.js';
import type { FilePublisher } from '../ports/publisher.port.js';

/** What a manifest is published with. */
export interface ManifestPorts {
  readonly publisher: FilePublisher;
  readonly documents: DocumentSchemas;
}

/** The files that end an export, in its folder. */
export interface PublishedManifest {
  readonly path: string;
  /** Files of the manifest before that describe another state of the data and are listed no more. */
  readonly dropped: readonly string[];
}

/**
 * Writes `schema_validation.json` and then, last, `manifest.json`: whoever finds the manifest's hashes in the files has a
 * complete set. What the folder's manifest said of other files stays in it.
 *
 * Call it under the folder's lock: it reads, adds and writes.
 *
 * @param folder with its separator at the end, "" for the working folder.
 */
export async function publishManifest(
  ports: ManifestPorts,
  folder: string,
  newer: ExportManifest,
): Promise<PublishedManifest> {
  const path = `${folder}manifest.json`;
  const older = await readManifest(ports, path);
  const merged = mergeManifests(older, newer);
  await ports.publisher.publish(`${folder}schema_validation.json`, prettyJson(schemaValidation(merged)));
  await ports.publisher.publish(path, prettyJson(merged));
  const listed = new Set(merged.files.map((file) => file.path));
  const dropped = (older?.files ?? []).map((file) => file.path).filter((file) => !listed.has(file));
  return { path, dropped };
}

/** A manifest that is broken is as good as none: the export replaces it. */
async function readManifest(ports: ManifestPorts, path: string): Promise<ExportManifest | undefined> {
  const text = await ports.publisher.read(path);
  if (text === undefined) return undefined;
  const value = parseJson(text);
  const faults = await ports.documents.check('export-manifest', value);
  return faults.length === 0 ? (value as ExportManifest) : undefined;
}
