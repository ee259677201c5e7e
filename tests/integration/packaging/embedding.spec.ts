import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { MongoClient } from 'mongodb';
import { mongoServer } from '../../support/mongo-server.js';
import { PackedPackage } from './packed-package.js';

const EXPORT = resolve('examples/telegram-export');
const LAST_DAY = '2024-12-03';

interface Answer {
  readonly dataset_hash: string;
  readonly totals: { readonly digests: number; readonly reviewReports: number };
  readonly stored?: number;
  readonly channels?: readonly string[];
}

describe('examples/embed, with the packed package', () => {
  let packed: PackedPackage;
  before(async () => {
    packed = await PackedPackage.make();
    await compileExamples(packed.project);
  });
  after(() => packed.remove());

  const service = (name: string, env: Record<string, string>): Answer => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${name}.js`, EXPORT, LAST_DAY], {
      cwd: join(packed.project, 'service'),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...env },
    });
    expect(status, stderr).to.equal(0);
    return JSON.parse(stdout) as Answer;
  };
  let hash: string;

  it('seeds into a store of one’s own', () => {
    const answer = service('own-repository', {});
    expect(answer.channels).to.have.length(5);
    expect(answer.totals).to.include({ digests: 150, reviewReports: 150 });
    hash = answer.dataset_hash;
  });

  it('seeds through a MongoDB client of one’s own, which stays open', async function () {
    const server = await mongoServer();
    if (server === undefined) this.skip();
    const database = `etalon_test_${randomBytes(6).toString('hex')}`;
    const answer = service('own-mongo-client', { MONGODB_URL: server.url, DB_NAME: database });
    const client = new MongoClient(server.url);
    await client.db(database).dropDatabase();
    await client.close();
    expect(answer.stored).to.equal(150);
    expect(answer.dataset_hash).to.equal(hash);
  });
});

/** A project as a user would have it: TypeScript with strict rules, types of Node beside it. */
async function compileExamples(project: string): Promise<void> {
  const folder = join(project, 'service');
  await cp(resolve('examples/embed'), folder, { recursive: true });
  await mkdir(join(project, 'node_modules/@types'), { recursive: true });
  await symlink(resolve('node_modules/@types/node'), join(project, 'node_modules/@types/node'), 'dir');
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    target: 'es2023',
    types: ['node'],
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const { status, stdout } = spawnSync(resolve('node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
  expect(status, stdout).to.equal(0);
}
