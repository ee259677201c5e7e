import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runEtalon, type CliResult } from '../../support/run-etalon.js';
import { tinyMessages, writeTinyExport } from '../../support/tiny-export.js';

describe('etalon seed on bad input', () => {
  let folder: string;
  let data: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-bad-'));
    data = join(folder, 'data');
  });
  afterEach(async () => {
    await chmod(folder, 0o755);
    await rm(folder, { recursive: true, force: true });
  });

  const seed = (path: string, ...more: string[]): Promise<CliResult> =>
    runEtalon([
      ...['seed', '--from', 'telegram-export', '--path', path, '--window-end', '2024-11-05', '--days', '5'],
      ...['--data-dir', data, '--json', ...more],
    ]);
  const nothingWritten = async (): Promise<void> => {
    expect((await readdir(folder)).includes('data'), 'a data folder was made').to.equal(false);
  };
  const refused = async (
    result: CliResult,
    code: string,
    exitCode: number,
  ): Promise<ReturnType<CliResult['error']>> => {
    expect(result.stdout).to.equal('');
    expect(result.error().code, result.stderr).to.equal(code);
    expect(result.exitCode).to.equal(exitCode);
    expect(result.error().hint).to.not.equal('');
    await nothingWritten();
    return result.error();
  };
  const write = async (content: string | Buffer): Promise<string> => {
    await mkdir(join(folder, 'export', 'novosti'), { recursive: true });
    await writeFile(join(folder, 'export', 'novosti', 'result.json'), content);
    return join(folder, 'export');
  };
  const broken = async (content: string | Buffer): Promise<ReturnType<CliResult['error']>> => {
    const error = await refused(await seed(await write(content)), 'SOURCE_MALFORMED', 1);
    expect(error.message).to.contain('result.json');
    expect(error.details).to.have.property('offset').that.is.a('number');
    return error;
  };
  const good = (): string =>
    JSON.stringify({ name: 'Новости', type: 'public_channel', id: 7, messages: tinyMessages(5) });

  it('names a folder that is missing', async () => {
    const error = await refused(await seed(join(folder, 'nowhere')), 'SOURCE_NOT_FOUND', 1);
    expect(error.message).to.contain('nowhere');
  });

  it('says that a folder is empty', async () => {
    await mkdir(join(folder, 'empty'));
    await refused(await seed(join(folder, 'empty')), 'SOURCE_EMPTY', 1);
  });

  it('refuses a file that is not JSON, holds an array, or ends in the middle', async () => {
    await broken('это не JSON');
    await broken('[1, 2, 3]');
    const error = await broken(good().slice(0, -200));
    expect(error.details['offset']).to.be.greaterThan(100);
  });

  it('refuses invalid UTF-8 at its offset', async () => {
    const bytes = Buffer.from(good());
    const at = bytes.indexOf(Buffer.from('Заречье')) + 1;
    bytes[at] = 0xff;
    const error = await broken(bytes);
    expect(error.details['offset']).to.be.within(at - 1, at + 1);
  });

  it('takes a byte order mark', async () => {
    const result = await seed(await write(`\uFEFF${good()}`), '--min-per-channel', '1');
    expect(result.exitCode, result.stderr).to.equal(0);
  });

  it('refuses a string of 100 MB without holding it', async function () {
    this.timeout(60_000);
    const path = await write(
      `{"name":"Новости","type":"public_channel","id":7,"messages":[{"id":1,"text":"${'a'.repeat(100_000_000)}"}]}`,
    );
    await refused(await seed(path), 'SOURCE_MALFORMED', 1);
  });

  it('refuses 100,000 nested brackets', async () => {
    await broken(
      `{"name":"Новости","type":"public_channel","id":7,"messages":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    );
  });

  it('leaves out messages of impossible years and counts them', async () => {
    const odd = [
      {
        id: 9001,
        type: 'message',
        date: '0001-01-01T00:00:00',
        date_unixtime: '-62135596800',
        text: 'Старое сообщение из прошлого',
      },
      {
        id: 9002,
        type: 'message',
        date: '+292277-01-01T00:00:00',
        date_unixtime: '9223372036854775',
        text: 'Сообщение из будущего',
      },
    ];
    await writeTinyExport(join(folder, 'export'), 'novosti', [...tinyMessages(5), ...odd]);
    const result = await seed(join(folder, 'export'));
    expect(result.exitCode, result.stderr).to.equal(0);
    const audit = JSON.parse(
      await readFileText(join(result.json<{ snapshot: string }>().snapshot, 'dataset_audit.json')),
    ) as {
      channels: { dropped: Record<string, number> }[];
    };
    expect(audit.channels[0]!.dropped['implausible_date']).to.equal(2);
  });

  it('says where the posts are when the window holds none', async () => {
    await writeTinyExport(join(folder, 'export'), 'novosti', tinyMessages(5));
    const error = await refused(
      await seed(join(folder, 'export'), '--window-end', '2020-01-01'),
      'SOURCE_WINDOW_EMPTY',
      1,
    );
    expect(error.message).to.contain('2024-11-01').and.to.contain('2024-11-05');
  });

  it('lists the channels that there are when one is not', async () => {
    await writeTinyExport(join(folder, 'export'), 'novosti', tinyMessages(5));
    const error = await refused(
      await seed(join(folder, 'export'), '--channel', '@drugoy'),
      'SOURCE_CHANNEL_UNKNOWN',
      1,
    );
    expect(error.message).to.contain('@drugoy').and.to.contain('@novosti');
  });

  it('says how to name a channel whose folder is no handle', async () => {
    await writeTinyExport(join(folder, 'export'), 'ChatExport 2024-12-03', tinyMessages(5));
    const error = await refused(await seed(join(folder, 'export')), 'SOURCE_CHANNEL_UNNAMED', 1);
    expect(`${error.message} ${error.hint}`).to.contain('--channel-name 1000001=');
    const named = await seed(join(folder, 'export'), '--channel-name', '1000001=@Novosti');
    expect(named.exitCode, named.stderr).to.equal(0);
    expect(named.json<{ channels: { channel: string }[] }>().channels[0]!.channel).to.equal('@novosti');
  });

  const malformed: readonly (readonly string[])[] = [
    ['--days', '0'],
    ['--days', '-1'],
    ['--days', '1.5'],
    ['--window-end', '2024-02-30'],
    ['--timezone', 'Mars/Olympus'],
    ['--channel', '@1x'],
    ['--channel-name', 'novosti'],
    ['--seed', 'abc'],
    ['--digester', 'magic'],
    ['--min-per-channel', '6'],
    ['--name', '../evil'],
    ['--from', 'vk'],
    ['--window-ned', '2024-11-05'],
  ];
  for (const option of malformed) {
    it(`refuses ${option.join(' ')} as a usage error`, async () => {
      await writeTinyExport(join(folder, 'export'), 'novosti', tinyMessages(5));
      const error = await refused(await seed(join(folder, 'export'), ...option), 'USAGE', 64);
      expect(`${error.message} ${error.hint}`).to.contain(option[0] === '--window-ned' ? '--window-end' : option[0]!);
    });
  }

  it('refuses a data folder that cannot be written and leaves it as it was', async function () {
    await writeTinyExport(join(folder, 'export'), 'novosti', tinyMessages(5));
    await writeFile(data, 'a file where the folder should be');
    const result = await seed(join(folder, 'export'));
    expect(result.exitCode).to.equal(1);
    expect(result.error().code).to.equal('DATA_DIR_UNUSABLE');
    expect(result.error().message).to.contain(data);
  });

  it('refuses a corrupt SQLite file and one of a newer schema', async () => {
    await writeTinyExport(join(folder, 'export'), 'novosti', tinyMessages(5));
    await mkdir(data);
    await writeFile(join(data, 'etalon.db'), Buffer.alloc(8192, 'not a database '));
    const corrupt = await seed(join(folder, 'export'));
    expect([corrupt.exitCode, corrupt.error().code]).to.deep.equal([1, 'STORE_CORRUPT']);
    await rm(join(data, 'etalon.db'));
    const { DatabaseSync } = await import('@photostructure/sqlite');
    const newer = new DatabaseSync(join(data, 'etalon.db'));
    newer.exec('PRAGMA user_version = 999');
    newer.close();
    const tooNew = await seed(join(folder, 'export'));
    expect([tooNew.exitCode, tooNew.error().code]).to.deep.equal([1, 'STORE_TOO_NEW']);
    expect(await readdir(data)).to.deep.equal(['etalon.db']);
  });
});

async function readFileText(path: string): Promise<string> {
  return (await import('node:fs/promises')).readFile(path, 'utf8');
}
