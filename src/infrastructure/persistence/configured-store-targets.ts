import { resolve } from 'node:path';
import type { Clock } from '../../application/ports/clock.port.js';
import type { IdGenerator } from '../../application/ports/id-generator.port.js';
import type { StoreTargets } from '../../application/ports/store-targets.port.js';
import type { StoreProvider } from '../../application/ports/store.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { ConfiguredStoreProvider } from './configured-store-provider.js';

const MONGODB_URL = /^mongodb(?:\+srv)?:\/\/[^/]/i;
/** What is meant as an address of a server: taken as a path it would become folders whose names hold a password. */
const LIKE_A_URL = /^[a-z][a-z\d+.-]+:/i;
/** Behind the hosts, which may follow credentials. */
const DATABASE = /^[^:]+:\/\/[^/?]*\/([^/?]+)/;
const DATABASE_NAME = /^[^/\\. "$*<>:|?\0]{1,63}$/;

/** Stores by URL or by path; what they do not say is taken from the settings. */
export class ConfiguredStoreTargets implements StoreTargets {
  constructor(
    private readonly settings: { readonly dbName: string; readonly timeoutMs: number },
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  at(address: string): StoreProvider {
    const { timeoutMs, dbName } = this.settings;
    if (!MONGODB_URL.test(address)) {
      refuseMalformedUrl(address);
      return new ConfiguredStoreProvider({ sqliteFile: resolve(address), dbName, timeoutMs }, this.clock, this.ids);
    }
    const server = { mongodbUrl: address, urlSetting: '--to', dbName: databaseIn(address) ?? dbName, timeoutMs };
    return new ConfiguredStoreProvider({ ...server, sqliteFile: '' }, this.clock, this.ids);
  }
}

function refuseMalformedUrl(address: string): void {
  if (!LIKE_A_URL.test(address)) return;
  throw new EtalonError('USAGE', '--to is neither a MongoDB URL nor a path.', {
    hint: 'Write mongodb://HOST:PORT/NAME, or ./ before a path that holds a colon.',
  });
}

/** The database that a URL names. @throws CONFIG_INVALID when no server could have one of that name */
function databaseIn(url: string): string | undefined {
  const written = DATABASE.exec(url)?.[1];
  const name = written === undefined ? undefined : unescaped(written);
  if (name === undefined || DATABASE_NAME.test(name)) return name;
  throw new EtalonError('CONFIG_INVALID', 'The URL of --to names a database that no server can have.', {
    details: { database: name },
    hint: 'Write mongodb://HOST:PORT/NAME, the name without spaces, dots and slashes.',
  });
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
