import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import type { SettingSources } from '#etalon/infrastructure/config/load-settings.js';
import { loadSettings, PACKAGE_CONFIG_DIR } from '#etalon/infrastructure/config/load-settings.js';

describe('loadSettings', () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'etalon-config-'));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  const load = (sources: Partial<SettingSources> = {}) => loadSettings({ env: {}, cwd, ...sources });
  const failure = async (sources: Partial<SettingSources>): Promise<EtalonError> => {
    const thrown: unknown = await load(sources).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(thrown).to.be.instanceOf(EtalonError);
    return thrown as EtalonError;
  };
  const write = async (text: string, name = 'etalon.yaml') => {
    await writeFile(join(cwd, name), text);
    return name;
  };

  it('gives the defaults of the package', async () => {
    expect(await load()).to.deep.equal({
      dataDir: join(cwd, 'data'),
      docsDir: join(cwd, 'docs'),
      configDirs: [PACKAGE_CONFIG_DIR],
      logLevel: 'warn',
      metricsFile: null,
      redact: false,
      strictMetrics: false,
      store: { mongodbUrl: null, dbName: 'butler', timeoutMs: 10_000 },
      llm: { url: null, model: null, apiKey: null, timeoutMs: 60_000, retries: 3 },
    });
  });

  it('lays file, environment and command line over each other', async () => {
    const configFile = await write('log_level: info\nstore: {db_name: from_file, timeout_ms: 5000}\nredact: true\n');
    const settings = await load({
      configFile,
      env: { DB_NAME: 'from_env', LLM_RETRIES: '5', LOG_LEVEL: 'ERROR', ETALON_REDACT: '0', LLM_URL: '' },
      flags: { log_level: 'debug', data_dir: undefined, metrics_file: 'm.prom' },
    });
    expect(settings.store).to.include({ dbName: 'from_env', timeoutMs: 5000 });
    expect(settings.llm).to.include({ retries: 5, url: null });
    expect(settings).to.include({ logLevel: 'debug', redact: false, metricsFile: join(cwd, 'm.prom') });
  });

  it('tells the first of many faults, and how many more there are', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `x${index}: 1`).join('\n');
    const unknown = await failure({ configFile: await write(many) });
    expect(unknown.message).to.include('… and 480 more');
    expect(unknown.details['faults']).to.have.length(20);
    const broken = await failure({ configFile: await write('a: "b" c: [\n'.repeat(500)) });
    expect(broken.message.length).to.be.below(6_000);
  });

  it('refuses an alias without an anchor and aliases that multiply, with line and column', async () => {
    const dangling = await failure({ configFile: await write('log_level: info\ndata_dir: *x\n') });
    expect(dangling.code).to.equal('CONFIG_INVALID');
    expect(dangling.message).to.include('line 2, column 11: alias *x');
    const lines = 'b c d e f g h'
      .split(' ')
      .map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at]!}, `.repeat(9)}]`);
    const bomb = await failure({ configFile: await write(['a: &a [x]', ...lines].join('\n')) });
    expect(bomb).to.include({ code: 'CONFIG_INVALID' });
    expect(bomb.message).to.include('line 2, column 8: aliases repeat too much');
  });

  it('refuses unknown names with a dot, wherever they stand', async () => {
    for (const [text, path] of [
      ['"foo.bar": 1\n', 'foo.bar'],
      ['"store.db.name": x\n', 'store.db.name'],
      ['store: {"db.name": x}\n', 'store.db.name'],
      ['llm: {nested: {url: x}}\n', 'llm.nested'],
      ['__proto__: {redact: true}\n', '__proto__'],
    ] as const) {
      const { code, details } = await failure({ configFile: await write(text) });
      expect(code, text).to.equal('CONFIG_INVALID');
      expect(details['faults'], text).to.have.nested.property('[0].path', path);
      expect(details['faults']).to.have.nested.property('[0].message', 'is no setting');
    }
    expect((await load({ configFile: await write('store:\nllm:\n') })).store.dbName).to.equal('butler');
  });

  it('takes a name of a database by its bytes and characters', async () => {
    for (const name of ['я'.repeat(32), 'a'.repeat(64), 'a b', 'a.b', 'a$b', 'a/b', 'a\u0001b']) {
      const error = await failure({ env: { DB_NAME: name } });
      expect(error.code, name).to.equal('CONFIG_INVALID');
      expect(error.message, name).to.match(/^DB_NAME \(environment\) must be .*63 bytes/u);
    }
    for (const name of ['я'.repeat(31), 'a'.repeat(63), 'team-1_b'])
      expect((await load({ env: { DB_NAME: name } })).store.dbName).to.equal(name);
  });

  it('finds the file by ETALON_CONFIG, and takes an empty one', async () => {
    await write('# nothing\n');
    expect((await load({ env: { ETALON_CONFIG: 'etalon.yaml' } })).logLevel).to.equal('warn');
  });

  it('is frozen', async () => {
    const settings = await load();
    expect(settings).to.be.frozen;
    expect(settings.store).to.be.frozen;
  });

  it('overlays config/ of the working folder, or the folder that was named', async () => {
    await mkdir(join(cwd, 'config'));
    await mkdir(join(cwd, 'other'));
    expect((await load()).configDirs).to.deep.equal([join(cwd, 'config'), PACKAGE_CONFIG_DIR]);
    const named = await load({ flags: { config_dir: 'other' } });
    expect(named.configDirs).to.deep.equal([join(cwd, 'other'), PACKAGE_CONFIG_DIR]);
  });

  it('names a configuration folder that does not exist', async () => {
    const error = await failure({ env: { ETALON_CONFIG_DIR: 'nowhere' } });
    expect(error.code).to.equal('CONFIG_NOT_FOUND');
    expect(error.message).to.contain(join(cwd, 'nowhere'));
  });

  it('names every fault with its place, all at once', async () => {
    const configFile = await write('log_levle: info\nstore: {db_name: "a/b", port: 1}\nllm: 7\n');
    const error = await failure({
      configFile,
      env: { MONGODB_URL: 'postgres://me:hunter2@h', LLM_RETRIES: 'many' },
    });
    expect(error.code).to.equal('CONFIG_INVALID');
    const file = join(cwd, 'etalon.yaml');
    const faults = error.details['faults'] as { path: string; origin: string }[];
    expect(faults.map(({ path, origin }) => [path, origin])).to.have.deep.members(
      [
        ['log_levle', file],
        ['DB_NAME', 'environment'],
        ['store.port', file],
        ['llm', file],
        ['MONGODB_URL', 'environment'],
        ['LLM_RETRIES', 'environment'],
      ].map(([path, origin]) => (path === 'DB_NAME' ? ['store.db_name', file] : [path, origin])),
    );
    expect(error.message).not.to.contain('hunter2');
  });

  it('blames the command line for its own faults', async () => {
    const error = await failure({ flags: { data_dir: '' } });
    expect(error.code).to.equal('USAGE');
    expect(error.message).to.contain('--data-dir');
  });

  for (const [what, text] of [
    ['is not YAML', 'a: [1\nb: }'],
    ['holds a list', '- a\n'],
    ['says a thing twice', 'log_level: info\nlog_level: warn\n'],
  ] as const) {
    it(`refuses a file that ${what}`, async () => {
      const error = await failure({ configFile: await write(text) });
      expect(error.code).to.equal('CONFIG_INVALID');
      expect(error.message).to.contain(join(cwd, 'etalon.yaml'));
    });
  }

  it('names a file that does not exist', async () => {
    const error = await failure({ configFile: 'missing.yaml' });
    expect(error.code).to.equal('CONFIG_NOT_FOUND');
    expect(error.details).to.deep.equal({ path: join(cwd, 'missing.yaml') });
  });
});
