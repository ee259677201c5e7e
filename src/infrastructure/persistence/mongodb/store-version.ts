import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { MongoConnection } from './mongo-connection.js';

/** Holds what belongs to the store itself: its version and its lock. */
export const META_COLLECTION = 'etalon_meta';

const VERSION_ID = 'version';

/** The version of the collections' layout that this build writes. */
const STORE_VERSION = 1;

/** @throws STORE_TOO_NEW when a later build has written into this database */
export async function checkVersion(connection: MongoConnection): Promise<void> {
  const { maxTimeMS } = connection;
  const found = await connection.run(() =>
    connection.collection(META_COLLECTION).findOne({ _id: VERSION_ID }, { maxTimeMS }),
  );
  const version = Number(found?.['version'] ?? 0);
  if (version <= STORE_VERSION) return;
  throw new EtalonError(
    'STORE_TOO_NEW',
    `${connection.location} has store version ${version}; this etalon knows up to ${STORE_VERSION}.`,
    { details: { location: connection.location, version, known: STORE_VERSION } },
  );
}

/** Notes the version that this build writes. */
export async function writeVersion(connection: MongoConnection): Promise<void> {
  const change = { $set: { version: STORE_VERSION } };
  await connection.run(() =>
    connection.collection(META_COLLECTION).updateOne({ _id: VERSION_ID }, change, { upsert: true }),
  );
}
