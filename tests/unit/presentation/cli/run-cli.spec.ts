import { EventEmitter } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IsOptional } from 'class-validator';
import { expect } from 'chai';
import { createCliRuntime } from '#etalon/composition/cli-runtime.js';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import type { CliHost } from '#etalon/presentation/cli/cli-host.js';
import type { CommandContext } from '#etalon/presentation/cli/command-context.js';
import type { CommandDefinition } from '#etalon/presentation/cli/command-definition.js';
import { defineHandler } from '#etalon/presentation/cli/define-handler.js';
import type { ExitCode } from '#etalon/presentation/cli/exit-code.js';
import { Day, Text } from '#etalon/presentation/cli/options/option-rules.js';
import { runCli } from '#etalon/presentation/cli/run-cli.js';
import { MemoryStream } from '../../../support/memory-stream.js';

class Options {
  declare windowEnd?: string;
  declare run?: string;
  declare channel?: readonly string[];
}
for (const rule of [IsOptional(), Day()]) rule(Options.prototype, 'windowEnd');
for (const rule of [IsOptional(), Text(10)]) rule(Options.prototype, 'run');

type Work = (context: CommandContext, options: Options) => Promise<ExitCode>;

const command = (work: Work): CommandDefinition => ({
  path: ['dataset', 'show'],
  summary: 'Shows a data set.',
  arguments: [{ name: 'run', syntax: '[run]', description: 'which run' }],
  options: [
    { flags: '--window-end <DAY>', description: 'the last day' },
    { flags: '--channel <NAME>', description: 'a channel', repeatable: true },
  ],
  examples: ['etalon dataset show'],
  load: () => Promise.resolve(defineHandler(Options, work)),
});

class Signals extends EventEmitter {
  exit = () => undefined;
}

describe('runCli', () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'etalon-cli-'));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  const run = async (argv: readonly string[], work: Work = () => Promise.resolve(0), env: CliHost['env'] = {}) => {
    const [out, err, signals] = [new MemoryStream(), new MemoryStream(), new Signals()];
    const commands = [command(work)];
    const host = {
      argv,
      env,
      cwd,
      version: '1.2.3',
      out,
      err,
      signals,
      commands,
      createRuntime: createCliRuntime,
    };
    const exitCode = await runCli(host);
    return { exitCode, out: out.text, err: err.text };
  };

  it('runs a command with its options and settings, and ends with its exit code', async () => {
    let seen: Options | undefined;
    const { exitCode, out, err } = await run(
      ['dataset', 'show', 'r1', '--window-end', '2024-12-03', '--channel', 'a', '--channel', 'b', '--data-dir', 'here'],
      async ({ output, settings, services }, options) => {
        seen = options;
        output.line(settings.dataDir);
        expect((await services.get('clock')).now()).to.be.greaterThan(0);
        return 2;
      },
    );
    expect({ exitCode, out, err }).to.deep.equal({ exitCode: 2, out: `${join(cwd, 'here')}\n`, err: '' });
    expect(Object.fromEntries(Object.entries(seen!))).to.deep.equal({
      run: 'r1',
      windowEnd: '2024-12-03',
      channel: ['a', 'b'],
    });
  });

  for (const argv of [
    [],
    ['--help'],
    ['dataset', 'show', '--help'],
    ['dataset', '--help'],
    ['--version'],
    ['dataset', 'show', '--version'],
  ]) {
    it(`answers "etalon ${argv.join(' ')}"`, async () => {
      const { exitCode, out, err } = await run(argv);
      expect({ exitCode, err }).to.deep.equal({ exitCode: 0, err: '' });
      expect(out).to.match(argv.includes('--version') ? /^1\.2\.3\n$/ : /Usage: etalon[^]*(Examples:|See `etalon)/);
      if (!argv.includes('--version')) expect(out).to.contain('--json');
    });
  }

  for (const [what, argv, message, hint] of [
    ['an unknown option', ['dataset', 'show', '--windowend', 'x'], '--windowend', 'Did you mean --window-end?'],
    ['an unknown command', ['datset'], "Unknown command 'datset'.", 'Did you mean dataset?'],
    ['an unknown command of a group', ['dataset', 'shw'], "Unknown command 'shw'.", 'See `etalon dataset --help`.'],
    ['a group alone', ['dataset'], '`etalon dataset` needs one of: show.', 'See `etalon dataset --help`.'],
    [
      'an option without its value',
      ['dataset', 'show', '--window-end'],
      'argument missing',
      'etalon dataset show --help',
    ],
    ['a word too many', ['dataset', 'show', 'a', 'b'], 'Too many arguments', ''],
    ['a malformed value', ['dataset', 'show', '--window-end', '2024-02-30'], '--window-end must be a calendar day', ''],
    ['a malformed argument', ['dataset', 'show', 'far too long for it'], '[run] must be text', ''],
    ['an unknown log level', ['dataset', 'show', '--log-level', 'loud'], 'Allowed choices are debug', ''],
    ['an empty data folder', ['dataset', 'show', '--data-dir', ''], '--data-dir (command line)', ''],
  ] as const) {
    it(`refuses ${what}, and nothing runs`, async () => {
      const { exitCode, out, err } = await run(argv, () => Promise.reject(new Error('ran')));
      expect({ exitCode, out }).to.deep.equal({ exitCode: 64, out: '' });
      expect(err)
        .to.match(/^error USAGE: /)
        .and.contain(message)
        .and.contain(hint);
      const json = await run(['--json', ...argv], () => Promise.reject(new Error('ran')));
      const document = JSON.parse(json.err) as { error: Record<string, unknown> };
      expect(document.error).to.have.all.keys('code', 'message', 'details', 'hint', 'exit_code');
      expect(document.error).to.include({ code: 'USAGE', exit_code: 64 });
    });
  }

  it('tells of expected failures with facts and a hint, without secrets', async () => {
    const { exitCode, err } = await run(['dataset', 'show'], () => {
      throw new EtalonError('STORE_UNAVAILABLE', 'Cannot reach mongodb://me:hunter2@h.', {
        details: { url: 'mongodb://me:hunter2@h', attempts: 3, password: 'hunter2' },
      });
    });
    expect(exitCode).to.equal(1);
    expect(err)
      .to.match(/^error STORE_UNAVAILABLE: Cannot reach/)
      .and.contain('  attempts: 3\n  password: [redacted]\nhint: ');
    expect(err).not.to.contain('hunter2');
  });

  it('tells of failures as one line of JSON, the last on standard error', async () => {
    const { exitCode, out, err } = await run(['dataset', 'show', '--json'], ({ logger }) => {
      logger.error('before');
      return Promise.reject(new EtalonError('DATASET_EMPTY', 'Too few.', { details: { token: 'x' } }));
    });
    expect({ exitCode, out }).to.deep.equal({ exitCode: 1, out: '' });
    expect(JSON.parse(err.trim().split('\n').at(-1)!)).to.deep.equal({
      error: {
        code: 'DATASET_EMPTY',
        message: 'Too few.',
        details: { token: '[redacted]' },
        hint: 'Run `etalon seed` first.',
        exit_code: 1,
      },
    });
  });

  it('takes anything else for a defect; where it comes from is shown for debugging only', async () => {
    const defect: Work = () => Promise.reject(new TypeError('broken', { cause: new Error('deep') }));
    const short = await run(['dataset', 'show'], defect);
    expect(short.exitCode).to.equal(1);
    expect(short.err).to.match(/^error INTERNAL: broken\nhint: Report it/);
    const long = await run(['dataset', 'show'], defect, { LOG_LEVEL: 'debug' });
    expect(long.err).to.contain('    at ').and.contain('caused by Error: deep');
    expect((await run(['dataset', 'show', '--log-level', 'debug'], defect)).err).to.contain('    at ');
  });

  it('tells of a broken configuration', async () => {
    await writeFile(join(cwd, 'bad.yaml'), 'llm: {retries: many}\n');
    const { exitCode, err } = await run(['dataset', 'show', '--config', 'bad.yaml']);
    expect(exitCode).to.equal(1);
    expect(err).to.contain('error CONFIG_INVALID').and.contain('llm.retries').and.contain(join(cwd, 'bad.yaml'));
  });

  for (const [what, work, code] of [
    ['success', () => Promise.resolve(0 as const), 0],
    ['failure', () => Promise.reject(new EtalonError('DATASET_EMPTY', 'Nothing.')), 1],
  ] as const) {
    it(`writes metrics at the end, after ${what}`, async () => {
      const { exitCode } = await run(['dataset', 'show', '--metrics-file', 'm/etalon.prom'], async ({ metrics }) => {
        metrics.increment('benchmark_digest_records_total', { channel: '@a', provenance: 'imported' }, 5);
        return await work();
      });
      expect(exitCode).to.equal(code);
      expect(await readFile(join(cwd, 'm', 'etalon.prom'), 'utf8')).to.contain(
        'benchmark_digest_records_total{channel="@a",provenance="imported"} 5',
      );
    });
  }

  it('tells that metrics could not be written, unless the work failed before', async () => {
    const argv = ['dataset', 'show', '--metrics-file', 'file/etalon.prom'];
    const inTheWay = () => writeFile(join(cwd, 'file'), '');
    const lost = await run(argv, () => inTheWay().then(() => 0));
    expect(lost.err).to.contain('error FILE_WRITE_FAILED');
    await rm(join(cwd, 'file'));
    const both = await run(argv, async () => {
      await inTheWay();
      throw new EtalonError('DATASET_EMPTY', 'Nothing.');
    });
    expect(both.err).to.contain('error DATASET_EMPTY').and.not.contain('FILE_WRITE_FAILED');
  });

  it('does no work whose metrics cannot be written, or whose options are wrong as a whole, and says where help is', async () => {
    await writeFile(join(cwd, 'file'), '');
    let worked = false;
    const work: Work = () => {
      worked = true;
      return Promise.reject(new EtalonError('USAGE', 'That cannot go with this.'));
    };
    const refused = await run(['dataset', 'show', '--metrics-file', 'file/etalon.prom'], work);
    expect([worked, refused.exitCode]).to.deep.equal([false, 1]);
    expect(refused.err).to.contain('error FILE_WRITE_FAILED');
    const wrong = await run(['dataset', 'show'], work);
    expect([wrong.exitCode, wrong.err]).to.deep.equal([
      ...[64, 'error USAGE: That cannot go with this.\nhint: See `etalon dataset show --help`.\n'],
    ]);
  });

  for (const shell of ['bash', 'zsh', 'fish']) {
    it(`prints a completion script for ${shell}`, async () => {
      const { exitCode, out } = await run(['completion', shell]);
      expect(exitCode).to.equal(0);
      for (const word of ['dataset show', '--window-end', '--data-dir', 'completion']) expect(out).to.contain(word);
    });
  }

  it('knows three shells', async () => {
    const { exitCode, err } = await run(['completion', 'tcsh']);
    expect(exitCode).to.equal(64);
    expect(err).to.contain('Allowed choices are bash, zsh, fish.\n');
  });
});
