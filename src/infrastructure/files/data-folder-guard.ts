import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { OutputGuard, OutputRequest } from '../../application/ports/output-guard.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';

const STORE = 'etalon.db';
const STORE_FILES = [STORE, `${STORE}-wal`, `${STORE}-shm`, `${STORE}-journal`];
const DOCUMENT =
  /^(?:(?:channel_counts|dataset_audit|manifest|schema_validation)\.json|ru_spotcheck(?:\..+)?\.(?:json|md))$/;
const EXPORT = /^(?:digests|review_reports)\.jsonl(?:\.(?:gz|zst))?$/;

/** Keeps outputs off the store and the product's own documents in one data folder. */
export class DataFolderGuard implements OutputGuard {
  /** @param dataDir the data folder, absolute or relative to the working folder. */
  constructor(private readonly dataDir: string) {}

  async assertWritable({ path, option, mayReplaceExports = false }: OutputRequest): Promise<void> {
    if (/[\\/]$/.test(path)) refuse(option, path, 'names a folder: a file name is needed behind it');
    const [target, data] = await Promise.all([realPlace(resolve(path)), realPlace(resolve(this.dataDir))]);
    if (await this.#isStore(target, data)) refuse(option, path, "is the store's own file");
    const inside = relative(data, target);
    if (inside.startsWith(`..${sep}`)) return;
    if (isOwnDocument(inside, mayReplaceExports)) refuse(option, path, 'is a file that the product keeps for itself');
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
