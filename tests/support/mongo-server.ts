import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';

const HELP =
  'MongoDB tests skipped: set MONGODB_URL, put mongod on PATH, or start Docker; ETALON_TEST_REQUIRE_MONGODB=1 makes the lack a failure.';
const START_TIMEOUT_MS = 30_000;
const IMAGE = 'mongo:7';

/** A server that answers, and how to end it when these tests started it. */
export interface MongoServer {
  readonly url: string;
  stop(): Promise<void>;
}

let looked: Promise<MongoServer | undefined> | undefined;

/**
 * The server for the tests of this process, looked for once: MONGODB_URL, a mongod on PATH, Docker. Without one a line
 * says how to get it, and with ETALON_TEST_REQUIRE_MONGODB=1 this fails.
 */
export function mongoServer(): Promise<MongoServer | undefined> {
  looked ??= look();
  return looked;
}

/** Ends the server that these tests started, if any. */
export async function stopMongoServer(): Promise<void> {
  const server = await looked;
  looked = undefined;
  await server?.stop();
}

async function look(): Promise<MongoServer | undefined> {
  const found = fromEnvironment() ?? (await fromPath()) ?? (await fromDocker());
  if (found !== undefined) return found;
  if (process.env['ETALON_TEST_REQUIRE_MONGODB'] === '1') throw new Error(`A server is required. ${HELP}`);
  console.log(HELP);
  return undefined;
}

function fromEnvironment(): MongoServer | undefined {
  const url = process.env['MONGODB_URL'];
  return url === undefined || url === '' ? undefined : { url, stop: () => Promise.resolve() };
}

async function fromPath(): Promise<MongoServer | undefined> {
  if (spawnSync('mongod', ['--version']).status !== 0) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'etalon-mongod-'));
  const port = await freePort();
  const options = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
  const child = spawn('mongod', options, { stdio: 'ignore' });
  const url = `mongodb://127.0.0.1:${port}/`;
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  await untilItAnswers(url);
  return { url, stop };
}

async function fromDocker(): Promise<MongoServer | undefined> {
  const engine = spawnSync('docker', ['info', '--format', '{{.ServerVersion}}'], { timeout: 5_000 });
  if (engine.status !== 0 || engine.stdout.toString().trim() === '') return undefined;
  try {
    const { GenericContainer } = await import('testcontainers');
    const container = await new GenericContainer(IMAGE).withExposedPorts(27_017).start();
    const url = `mongodb://${container.getHost()}:${container.getMappedPort(27_017)}/`;
    await untilItAnswers(url);
    const stop = async (): Promise<void> => {
      await container.stop();
    };
    return { url, stop };
  } catch (error) {
    console.log(`Docker gave no MongoDB: ${(error as Error).message}`);
    return undefined;
  }
}

async function untilItAnswers(url: string): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: START_TIMEOUT_MS });
  try {
    await client.db('admin').command({ ping: 1 });
  } finally {
    await client.close();
    await sleep(0);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
