import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect } from 'chai';
import { runEtalon, type CliResult } from '../../support/run-etalon.js';
import { tinyMessages, writeTinyExport } from '../../support/tiny-export.js';

interface Seeded {
  readonly dataset_hash: string;
  readonly totals: Record<string, number>;
  readonly warnings: readonly string[];
  readonly [count: string]: unknown;
}

describe('a store that has a history', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-history-'));
    await writeTinyExport(join(folder, 'export'), 'novosti', tinyMessages(4));
    await writeTinyExport(join(folder, 'export'), 'pogoda', tinyMessages(10));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<CliResult> =>
    runEtalon([...args, '--data-dir', join(folder, 'data'), '--json']);
  const seed = (...more: string[]): Promise<CliResult> =>
    run(
      ...['seed', '--from', 'telegram-export', '--path', join(folder, 'export')],
      ...['--window-end', '2024-11-10', '--days', '10', '--min-per-channel', '7', ...more],
    );
  const database = (): InstanceType<typeof DatabaseSync> => new DatabaseSync(join(folder, 'data', 'etalon.db'));
  const documents = (): number => (database().prepare('SELECT count(*) AS n FROM digests').get() as { n: number }).n;

  it('does not show in a data set: another seed leaves what a first seed with it would', async () => {
    await seed('--seed', '1');
    const again = (await seed('--seed', '2')).json<Seeded>();
    await rm(join(folder, 'data'), { recursive: true });
    const first = (await seed('--seed', '2')).json<Seeded>();
    expect(again.dataset_hash).to.equal(first.dataset_hash);
    expect(again.totals).to.deep.equal(first.totals);
  });

  it('leaves imported records alone when only the seed differs', async () => {
    await seed('--seed', '1', '--channel', '@pogoda');
    const again = (await seed('--seed', '2', '--channel', '@pogoda')).json<Seeded>();
    expect(again).to.include({ inserted: 0, updated: 0, unchanged: 20 });
  });

  it('names the data sets whose documents a seed has changed', async () => {
    await seed();
    const other = (await seed('--name', 'other', '--seed', '9', '--min-per-channel', '10')).json<Seeded>();
    expect(other.warnings.join(' ')).to.contain('"default" shares documents');
  });

  it('says how much of the window lies beyond the posts', async () => {
    const late = (await seed('--window-end', '2024-11-14', '--days', '12')).json<Seeded>();
    expect(late.warnings.join(' ')).to.contain('The posts end on 2024-11-10: the 4 days after it');
  });

  it('removes all that seeds of a name left, after a seed of fewer channels too', async () => {
    await seed();
    await seed('--channel', '@novosti', '--days', '5', '--min-per-channel', '2');
    expect(documents()).to.be.greaterThan(5);
    await run('dataset', 'remove', 'default', '--yes');
    expect(documents()).to.equal(0);
  });

  it('does not let an adoption take the place of a seeded data set', async () => {
    await seed();
    const refused = await run('dataset', 'adopt', '--window-end', '2024-11-10');
    expect([refused.exitCode, refused.error().code]).to.deep.equal([1, 'DATASET_EXISTS']);
    const unknown = await run(
      'dataset',
      'adopt',
      '--name',
      'own',
      '--window-end',
      '2024-11-10',
      '--channel',
      '@nikogo',
    );
    expect([unknown.exitCode, unknown.error().code]).to.deep.equal([1, 'DATASET_CHANNEL_UNKNOWN']);
  });

  it('rejects a stored document that cannot be read, names it, and goes on counting', async () => {
    await seed();
    const store = database();
    const { id, doc } = store.prepare('SELECT id, doc FROM digests LIMIT 1').get() as { id: string; doc: string };
    const spoilt = { ...(JSON.parse(doc) as Record<string, unknown>), posts: 'x', latency_seconds: '1.5' };
    store.prepare('UPDATE digests SET doc = ? WHERE id = ?').run(JSON.stringify(spoilt), id);
    store.close();
    const verified = await run('dataset', 'verify');
    expect(verified.exitCode, verified.stderr).to.equal(2);
    const { rejected } = verified.json<{ rejected: { id: string; rules: { rule: string; message: string }[] }[] }>();
    expect(rejected.map((one) => [one.id, one.rules[0]!.rule])).to.deep.equal([[id, 'document_readable']]);
  });

  it('is not written to when the file is damaged inside', async () => {
    await seed();
    const path = join(folder, 'data', 'etalon.db');
    const file = await open(path, 'r+');
    await file.write(Buffer.alloc(16_384, 0xa5), 0, 16_384, 8192);
    await file.close();
    const before = await readFile(path);
    const refused = await seed('--seed', '5');
    expect([refused.exitCode, refused.error().code], refused.stderr).to.deep.equal([1, 'STORE_CORRUPT']);
    expect((await readFile(path)).equals(before)).to.equal(true);
  });

  it('refuses names for chats that the export does not hold, and two names for one', async () => {
    const ghost = await seed('--channel-name', '999=@ghost_x');
    expect([ghost.exitCode, ghost.error().code]).to.deep.equal([1, 'SOURCE_CHANNEL_UNKNOWN']);
    const twice = await seed('--channel-name', '1=@aaaa', '--channel-name', '1=@bbbb');
    expect([twice.exitCode, twice.error().code]).to.deep.equal([64, 'USAGE']);
  });

  it('takes one channel out of an account without names for the others', async () => {
    const chat = (id: number, name: string): object => ({
      id,
      name,
      type: 'public_channel',
      messages: tinyMessages(10),
    });
    const account = join(folder, 'account.json');
    await writeFile(account, JSON.stringify({ chats: { list: [chat(11, 'Один'), chat(12, 'Два')] } }));
    const one = await seed('--path', account, '--channel-name', '11=@kanal_one', '--channel', '@kanal_one');
    expect(one.exitCode, one.stderr).to.equal(0);
    const all = await seed('--path', account, '--channel-name', '11=@kanal_one');
    expect(all.error().code).to.equal('SOURCE_CHANNEL_UNNAMED');
  });
});
