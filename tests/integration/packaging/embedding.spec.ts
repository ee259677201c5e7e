import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
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

interface JudgeAnswer {
  readonly judge: string;
  readonly scored: readonly number[];
  readonly verdicts: readonly (string | null)[];
  readonly live: readonly (readonly [string, number | null])[];
  readonly dry: readonly (readonly [string, number | null])[];
}

describe('examples of embedding, with the packed package', () => {
  let packed: PackedPackage;
  before(async () => {
    packed = await PackedPackage.make();
    await compileExample(packed.project, 'embed');
    await compileExample(packed.project, 'custom-judge');
  });
  after(() => packed.remove());

  const run = (example: string, args: readonly string[], env: Record<string, string>): unknown => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: join(packed.project, example),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...env },
    });
    expect(status, stderr).to.equal(0);
    return JSON.parse(stdout);
  };
  const service = (name: string, env: Record<string, string>): Answer =>
    run('embed', [`${name}.js`, EXPORT, LAST_DAY], env) as Answer;
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

  it('scores and runs with a judge of one’s own, and a dry run over its scores says the same', () => {
    const answer = run('custom-judge', ['run.js', EXPORT, LAST_DAY, 'scenario.yaml'], {}) as JudgeAnswer;
    expect(answer).to.deep.include({ judge: 'length-1', scored: [150] });
    expect(answer.live.map(([name]) => name)).to.include('coverage');
    expect(answer.live.every(([, estimate]) => typeof estimate === 'number')).to.equal(true);
    expect(answer.dry).to.deep.equal(answer.live);
    expect(answer.verdicts[1])
      .to.equal(answer.verdicts[0])
      .and.to.match(/^(PASS|WARN|FAIL)$/u);
  });
});

/** A project as a user would have it: TypeScript with strict rules, types of Node beside it. */
async function compileExample(project: string, example: string): Promise<void> {
  const folder = join(project, example);
  await cp(resolve('examples', example), folder, { recursive: true });
  await mkdir(join(project, 'node_modules/@types'), { recursive: true });
  const types = join(project, 'node_modules/@types/node');
  if (!existsSync(types)) await symlink(resolve('node_modules/@types/node'), types, 'dir');
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
