import { open, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { OutputGuard, OutputRequest } from '../../application/ports/output-guard.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { parseJson } from '../../domain/shared/parse-json.js';
import { namedDescriptor } from './named-descriptor.js';
import { StagedFile } from './staged-file.js';

const STORE = 'etalon.db';
const STORE_FILES = [STORE, `${STORE}-wal`, `${STORE}-shm`, `${STORE}-journal`];
const DOCUMENT =
  /^(?:(?:channel_counts|dataset_audit|manifest|schema_validation)\.json|ru_spotcheck(?:\..+)?\.(?:json|md))$/;
const EXPORT = /^(?:digests|review_reports)\.jsonl(?:\.(?:gz|zst))?$/;

/** How exports begin: a record, gzip, zstd. */
const EXPORT_HEADS = [Buffer.from('{"sample_id":'), Buffer.from([0x1f, 0x8b]), Buffer.from([0x28, 0xb5, 0x2f, 0xfd])];
const HEAD_BYTES = 16;
const LINES = /\.(?:jsonl|ndjson)(?:\.(?:gz|zst))?$/;

/** Keeps outputs off the store and the product's own documents in one data folder. */
export class DataFolderGuard implements OutputGuard {
  /** @param dataDir the data folder, absolute or relative to the working folder. */
  constructor(private readonly dataDir: string) {}

  async assertWritable(request: OutputRequest): Promise<void> {
    const { path, option, mayReplaceExports = false } = request;
    if (/[\\/]$/.test(path)) refuse(option, path, 'names a folder: a file name is needed behind it');
    if ((await namedDescriptor(path)) !== undefined) return;
    await refuseLosses(request);
    const [target, data] = await Promise.all([realPlace(resolve(path)), realPlace(resolve(this.dataDir))]);
    if (await this.#isStore(target, data)) refuse(option, path, "is the store's own file");
    const inside = relative(data, target);
    if (!inside.startsWith(`..${sep}`) && isOwnDocument(inside, mayReplaceExports))
      refuse(option, path, 'is a file that the product keeps for itself');
    await StagedFile.assertWritable(path);
  }

  /** By name, and by what the file is: a store may be reached by other names. */
  async #isStore(target: string, data: string): Promise<boolean> {
    const files = await Promise.all(STORE_FILES.map((name) => realPlace(join(data, name))));
    if (files.includes(target)) return true;
    const [wanted, store] = await Promise.all([identityOf(target), identityOf(join(data, STORE))]);
    return wanted !== undefined && wanted === store;
  }
}

function isOwnDocument(inside: string, mayReplaceExports: boolean): boolean {
  const [top] = inside.split(sep);
  if (top === 'tmp' || top === 'cache') return true;
  if (top !== 'benchmarks') return false;
  return DOCUMENT.test(basename(inside)) || (!mayReplaceExports && EXPORT.test(basename(inside)));
}

/** What would be lost: an input of the same work, or somebody's file of another kind. */
async function refuseLosses({ path, option, inputs = [], exportsOnly = false }: OutputRequest): Promise<void> {
  if (exportsOnly) await refuseForeignNeighbours(path, option);
  const identity = await identityOf(path);
  if (identity === undefined) return;
  for (const input of inputs)
    if (identity === (await identityOf(input))) refuse(option, path, 'is what the work reads');
  if (exportsOnly && !(await looksLikeExport(path))) refuse(option, path, 'is there already and is no export');
}

/** What lies beside an export goes with it: a file of that name which is somebody else's would be lost. */
async function refuseForeignNeighbours(path: string, option: string): Promise<void> {
  for (const name of ['manifest.json', 'schema_validation.json']) {
    const beside = join(dirname(await realPlace(resolve(path))), name);
    const text = await readFile(beside, 'utf8').catch(() => undefined);
    if (text !== undefined && isForeign(parseJson(text)))
      refuse(option, path, `would replace ${name} beside it, which is of something else`);
  }
}

/** Broken documents are as good as none; sound ones of an export say which schema they have. */
function isForeign(document: unknown): boolean {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return false;
  return !('schema_version' in document && 'files' in document);
}

/**
 * By the ending of its name, else by its first bytes: a line of a record, or a packed file. An empty file, and what is no
 * regular file, may be written to.
 */
async function looksLikeExport(path: string): Promise<boolean> {
  if (LINES.test(await realPlace(resolve(path))) || !(await stat(path)).isFile()) return true;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    return bytesRead === 0 || EXPORT_HEADS.some((known) => head.subarray(0, known.length).equals(known));
  } finally {
    await file.close();
  }
}

/** Where a path leads once all links are followed; what is not there yet lies where its folder leads. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realPlace(parent), basename(path));
  }
}

async function identityOf(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

function refuse(option: string, path: string, why: string): never {
  throw new EtalonError('USAGE', `${option} ${path} ${why}.`, {
    details: { option, path },
    hint: 'Name another file.',
  });
}
