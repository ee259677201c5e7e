import type { FileHandle } from 'node:fs/promises';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  ExportFileReading,
  ExportFolderContent,
  ExportFolders,
} from '../../application/ports/export-folders.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ManifestFile } from '../../domain/export/export-manifest.js';
import { openRegular, readFailed } from '../files/open-regular.js';
import { errnoOf } from '../files/write-errors.js';
import { DiskExportFileReading } from './disk-export-file-reading.js';

/** The manifest of a thousand million records is about as large. */
const LARGEST_DOCUMENT = 64 * 1024 * 1024;
const DATA_FILE = /^[^.].*\.jsonl(?:\.(?:gz|zst))?$/;
const LEFTOVER = '.etalon';

/** Export folders on the disk. */
export class DiskExportFolders implements ExportFolders {
  async look(folder: string): Promise<ExportFolderContent | undefined> {
    const names = await namesIn(folder);
    if (names === undefined) return undefined;
    const manifest = await textOf(folder, 'manifest.json');
    const validation = await textOf(folder, 'schema_validation.json');
    const dataFiles = names.filter((name) => DATA_FILE.test(name));
    return { manifest, validation, dataFiles, leftovers: names.filter((name) => name.startsWith(LEFTOVER)) };
  }

  async read(folder: string, file: ManifestFile): Promise<ExportFileReading | undefined> {
    const handle = await openRegular(folder, file.path);
    return handle && new DiskExportFileReading(handle, join(folder, file.path), file.uncompressed);
  }
}

async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw code === undefined ? error : readFailed(folder, code, error);
  }
}

async function textOf(folder: string, name: string): Promise<string | null> {
  const handle = await openRegular(folder, name);
  if (handle === undefined) return null;
  try {
    return await boundedText(handle, join(folder, name));
  } finally {
    await handle.close();
  }
}

async function boundedText(handle: FileHandle, path: string): Promise<string> {
  const { size } = await handle.stat();
  if (size > LARGEST_DOCUMENT) throw invalid(path, `is larger than ${LARGEST_DOCUMENT} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile());
  } catch (error) {
    const code = errnoOf(error);
    throw code === undefined ? invalid(path, 'is not UTF-8') : readFailed(path, code, error);
  }
}

function invalid(file: string, rule: string): EtalonError {
  return new EtalonError('EXPORT_MANIFEST_INVALID', `${file} ${rule}`, { details: { file, path: '', rule } });
}
