import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { mongoServer } from '../../support/mongo-server.js';
import { runEtalon, type CliResult } from '../../support/run-etalon.js';

const PASSWORD = 'sehr-geheim-4711';

describe('etalon seed when MongoDB is in trouble', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-mongo-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const seed = (url: string): Promise<CliResult> =>
    runEtalon(
      [
        ...['seed', '--from', 'telegram-export', '--path', 'examples/telegram-export', '--window-end', '2024-12-03'],
        ...['--data-dir', join(folder, 'data'), '--json', '--log-level', 'debug'],
      ],
      { env: { MONGODB_URL: url, DB_NAME: 'etalon_test_faults', ETALON_STORE_TIMEOUT_MS: '2000' } },
    );
  const refused = async (result: CliResult, code: string): Promise<void> => {
    expect(result.error().code, result.stderr).to.equal(code);
    expect(result.exitCode).to.equal(1);
    expect(result.stdout).to.equal('');
    expect(result.stderr).not.to.contain(PASSWORD);
    expect(await readdir(folder)).to.deep.equal([]);
  };

  it('says that the server is away', async () => {
    await refused(await seed(`mongodb://etalon:${PASSWORD}@127.0.0.1:9/?authSource=admin`), 'STORE_UNAVAILABLE');
  });

  it('says that the server does not answer in time', async () => {
    const sockets: Socket[] = [];
    const silent: Server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    try {
      await refused(await seed(`mongodb://etalon:${PASSWORD}@127.0.0.1:${port}/`), 'STORE_UNAVAILABLE');
    } finally {
      for (const socket of sockets) socket.destroy();
      silent.close();
    }
  });

  it('says that the password is refused, without printing it', async function () {
    const server = await mongoServer();
    if (server?.url.includes('@') !== true) {
      console.log('skipped: no MongoDB server that asks for a password');
      this.skip();
    }
    await refused(await seed(server.url.replace(/:[^:@/]+@/, `:${PASSWORD}@`)), 'STORE_AUTH_FAILED');
  });
});
