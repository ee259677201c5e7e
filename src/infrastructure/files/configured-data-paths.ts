import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataPaths } from '../../application/ports/publisher.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { parseCalendarDay } from '../../domain/time/calendar-day.js';
import { errnoOf } from './write-errors.js';

/** The data set whose snapshots lie in the folder of the day itself. */
const DEFAULT_DATASET = 'default';

const PILOT_RECORD = /^stage_(.+)\.json$/u;

/** The places under one data folder. */
export class ConfiguredDataPaths implements DataPaths {
  /** @param dataDir the data folder, absolute or relative to the working folder. */
  constructor(private readonly dataDir: string) {}

  snapshotDir(date: string, dataset: string): string {
    const folder = join(this.dataDir, 'benchmarks', 'snapshots', date);
    return dataset === DEFAULT_DATASET ? folder : join(folder, dataset);
  }

  exportDir(date: string): string {
    return join(this.dataDir, 'benchmarks', 'exports', date);
  }

  pilotDir(): string {
    return join(this.dataDir, 'pilots');
  }

  async pilotStages(): Promise<readonly string[]> {
    const names = await namesIn(this.pilotDir());
    return names.flatMap((name) => PILOT_RECORD.exec(name)?.[1] ?? []).sort();
  }

  async latestExport(fileName: string): Promise<string | undefined> {
    const folder = await newestWith(join(this.dataDir, 'benchmarks', 'exports'), fileName);
    return folder === undefined ? undefined : join(folder, fileName);
  }
}

/** The folder of the latest day that holds the file; folders that are not named like a day do not count. */
async function newestWith(root: string, fileName: string): Promise<string | undefined> {
  const days = (await namesIn(root))
    .filter((name) => parseCalendarDay(name) !== undefined)
    .sort()
    .reverse();
  for (const day of days) {
    if (await isFile(join(root, day, fileName))) return join(root, day);
  }
  return undefined;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT') return [];
    throw errno === undefined ? error : unusable(folder, errno, error);
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

function unusable(folder: string, errno: string, cause: unknown): EtalonError {
  return new EtalonError('DATA_DIR_UNUSABLE', `Cannot look into ${folder} (${errno})`, {
    details: { path: folder, errno },
    cause,
  });
}
