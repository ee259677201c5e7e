import type { Spotcheck, SpotcheckDraw } from '../../../domain/dataset/spotcheck/spotcheck.js';
import { drawOf } from '../../../domain/dataset/spotcheck/spotcheck.js';
import { spotcheckMarkdown } from '../../../domain/dataset/spotcheck/spotcheck-markdown.js';
import { canonicalJson } from '../../../domain/shared/canonical-json.js';
import type { JsonValue } from '../../../domain/shared/json-value.js';
import { parseJson } from '../../../domain/shared/parse-json.js';
import { prettyJson } from '../../../domain/shared/pretty-json.js';
import type { DocumentSchemas } from '../../ports/document-schemas.port.js';
import type { FolderLock } from '../../ports/folder-lock.port.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { FilePublisher } from '../../ports/publisher.port.js';

/** The names of a spot check's files. */
export const SPOTCHECK_JSON = 'ru_spotcheck.json';
export const SPOTCHECK_MARKDOWN = 'ru_spotcheck.md';

/** What the files are read and written with. */
export interface SpotcheckFilePorts {
  readonly publisher: FilePublisher;
  readonly documents: DocumentSchemas;
  readonly hasher: Hasher;
  readonly folderLock: FolderLock;
}

/** The hash that a sign-off is bound to. */
export function drawHash(hasher: Hasher, draw: SpotcheckDraw): string {
  return hasher.hash(canonicalJson(drawOf(draw) as unknown as JsonValue));
}

/** A spot check from its file; `undefined` when there is none, or it is broken, or its hash is not that of its content. */
export async function readSpotcheck(ports: SpotcheckFilePorts, path: string): Promise<Spotcheck | undefined> {
  const text = await ports.publisher.read(path);
  const value = text === undefined ? undefined : parseJson(text);
  const faults = await ports.documents.check('spotcheck', value);
  if (faults.length > 0) return undefined;
  const spotcheck = value as Spotcheck;
  return drawHash(ports.hasher, spotcheck) === spotcheck.hash ? spotcheck : undefined;
}

/** Writes the page, then the document that counts. */
export async function writeSpotcheck(
  publisher: FilePublisher,
  folder: string,
  spotcheck: Spotcheck,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  await publisher.publish(`${folder}/${SPOTCHECK_MARKDOWN}`, spotcheckMarkdown(spotcheck, texts));
  await publisher.publish(`${folder}/${SPOTCHECK_JSON}`, prettyJson(spotcheck));
}
