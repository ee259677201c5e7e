import type { SignOff } from '../../../domain/dataset/spotcheck/spotcheck.js';
import type { SpotcheckFilePorts } from './spotcheck-files.js';
import { SPOTCHECK_JSON, SPOTCHECK_MARKDOWN, readSpotcheck } from './spotcheck-files.js';

const MARK_LENGTH = 12;

/** What becomes of the sign-offs that a folder holds when a draw is written into it. */
export interface KeptSignOffs {
  /** Those that were given on the very same draw, be it the last one or an earlier one that was put aside. */
  readonly signOffs: readonly SignOff[];
  /** Where the spot check went that the draw takes the place of; `null` when nobody had signed it. */
  readonly kept: string | null;
}

/**
 * Makes room for a draw without losing a person's word: a signed spot check of another draw (and a file that cannot be
 * read as one) is kept beside it as `ru_spotcheck.<first 12 of its hash>.json` and `.md`.
 *
 * @param hash of the new draw. @throws FILE_WRITE_FAILED, DISK_FULL
 */
export async function keepSignOffs(ports: SpotcheckFilePorts, folder: string, hash: string): Promise<KeptSignOffs> {
  const path = `${folder}/${SPOTCHECK_JSON}`;
  const before = await readSpotcheck(ports, path);
  if (before?.hash === hash) return { signOffs: before.sign_offs, kept: null };
  const kept = before?.sign_offs.length === 0 ? null : await putAside(ports, folder, before?.hash);
  const earlier = await readSpotcheck(ports, asideOf(folder, SPOTCHECK_JSON, hash));
  return { signOffs: earlier?.hash === hash ? earlier.sign_offs : [], kept };
}

async function putAside(ports: SpotcheckFilePorts, folder: string, hash: string | undefined): Promise<string | null> {
  const { publisher, hasher } = ports;
  const document = await publisher.read(`${folder}/${SPOTCHECK_JSON}`);
  if (document === undefined) return null;
  const mark = hash ?? hasher.hash(document);
  const page = await publisher.read(`${folder}/${SPOTCHECK_MARKDOWN}`);
  if (page !== undefined) await publisher.publish(asideOf(folder, SPOTCHECK_MARKDOWN, mark), page);
  const path = asideOf(folder, SPOTCHECK_JSON, mark);
  await publisher.publish(path, document);
  return path;
}

/** `ru_spotcheck.json` → `ru_spotcheck.0123456789ab.json` */
function asideOf(folder: string, file: string, hash: string): string {
  return `${folder}/${file.replace(/(?=\.\w+$)/, `.${hash.slice(0, MARK_LENGTH)}`)}`;
}
