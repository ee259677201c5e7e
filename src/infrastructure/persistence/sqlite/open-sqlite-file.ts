import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { assertWholeFile, hasLog } from './file-header.js';
import { SqliteConnection } from './sqlite-connection.js';
import { migrate, schemaVersionOf } from './sqlite-schema.js';

/** A cache of 8 MiB, and a log that is written back less often: both for batches; what is durable stays the same. */
const PRAGMAS = `PRAGMA synchronous = FULL; PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 4000;`;

/**
 * Opens a store for reading and writing; folder, file and tables are made when missing.
 *
 * @throws DATA_DIR_UNUSABLE, STORE_CORRUPT, STORE_TOO_NEW, STORE_READ_ONLY, STORE_UNAVAILABLE, DISK_FULL
 */
export function openOrCreate(file: string, timeoutMs: number): SqliteConnection {
  makeFolder(dirname(file));
  if (existsSync(file)) assertUsableFile(file);
  const connection = SqliteConnection.open(file, timeoutMs);
  closingOnFailure(connection, () => {
    schemaVersionOf(connection);
    connection.execute(`PRAGMA journal_mode = WAL; ${PRAGMAS}`);
    migrate(connection);
  });
  return connection;
}

/**
 * Opens a store that is there and creates nothing; `undefined` when there is no file or it has no tables yet.
 *
 * @throws as {@link openOrCreate}
 */
export function openIfThere(file: string, timeoutMs: number): SqliteConnection | undefined {
  if (!existsSync(file)) return undefined;
  assertUsableFile(file);
  const connection = SqliteConnection.open(file, timeoutMs, locationOf(file));
  const version = closingOnFailure(connection, () => schemaVersionOf(connection));
  if (version > 0) {
    connection.execute(PRAGMAS);
    return connection;
  }
  connection.close();
  return undefined;
}

/** Reading a WAL database needs files beside it; in a folder that cannot be written it is read as it stands. */
function locationOf(file: string): string {
  const frozen = !mayWrite(dirname(file)) && !hasLog(file);
  return frozen ? `${pathToFileURL(file).href}?immutable=1` : file;
}

function assertUsableFile(file: string): void {
  if (!statSync(file).isFile()) {
    throw new EtalonError('STORE_CORRUPT', `${file} is not a file.`, {
      details: { file },
      hint: 'Move what is there away, or use another --data-dir.',
    });
  }
  assertWholeFile(file);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new EtalonError('DATA_DIR_UNUSABLE', `The folder ${folder} cannot be created.`, {
      details: { folder },
      cause,
    });
  }
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function closingOnFailure<T>(connection: SqliteConnection, work: () => T): T {
  try {
    return work();
  } catch (error) {
    connection.close();
    throw error;
  }
}
