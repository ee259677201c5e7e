import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { DataPaths } from '../../ports/publisher.port.js';
import { EXPORT_FILE_NAMES } from '../export-samples.use-case.js';
import { folderOf } from '../file-path.js';

/**
 * The newest folder with an export, whole or not: an export that was cut off has no manifest yet.
 *
 * @throws EXPORT_NOT_FOUND, DATA_DIR_UNUSABLE
 */
export async function newestExport(paths: DataPaths): Promise<string> {
  const lines = Object.values(EXPORT_FILE_NAMES).flatMap((name) => [name, `${name}.gz`, `${name}.zst`]);
  const found = await Promise.all(['manifest.json', ...lines].map((name) => paths.latestExport(name)));
  const newest = found
    .flatMap((path) => (path === undefined ? [] : [folderOf(path).slice(0, -1)]))
    .sort()
    .at(-1);
  if (newest === undefined) throw new EtalonError('EXPORT_NOT_FOUND', 'There is no export in the data folder');
  return newest;
}
