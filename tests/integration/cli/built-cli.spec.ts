import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';

const CLI = resolve('dist/presentation/cli/main.js');
const SAMPLE = resolve('build/tests/integration/cli/sample-cli.js');

describe('the built command line', () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'etalon-built-'));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  const run = (script: string, args: readonly string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [script, ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: { ...process.env, ...env },
    });
  const start = (args: readonly string[]) => spawn(process.execPath, [SAMPLE, ...args], { cwd });

  it('answers --version and --help from any folder and writes nothing there', async () => {
    expect(run(CLI, ['--version']).stdout).to.match(/^\d+\.\d+\.\d+\n$/);
    const help = run(CLI, ['--help']);
    expect({ status: help.status, stderr: help.stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect(help.stdout).to.contain('Usage: etalon').and.contain('Examples:');
    expect(await readdir(cwd)).to.deep.equal([]);
  });

  it('can be executed by itself', () => {
    const { status, stdout } = spawnSync(CLI, ['--version'], { encoding: 'utf8' });
    expect(status).to.equal(0);
    expect(stdout).not.to.equal('');
  });

  it('loads nothing heavy for --help', () => {
    const { stderr } = run(CLI, ['--help'], { NODE_DEBUG: 'esm,module' });
    for (const name of ['inversify', 'winston', 'prom-client', 'mongodb', 'sqlite', 'class-validator', 'yaml']) {
      expect(stderr, name).not.to.contain(`node_modules/${name}`);
    }
    expect(stderr).to.contain('node_modules/commander');
  });

  it('gives usage errors exit 64, with the nearest option', () => {
    const { status, stdout, stderr } = run(CLI, ['--quite']);
    expect({ status, stdout }).to.deep.equal({ status: 64, stdout: '' });
    expect(stderr).to.contain('error USAGE: Unknown option').and.contain('Did you mean --quiet?');
  });

  it('gives a completion script that bash takes', () => {
    const script = run(CLI, ['completion', 'bash']).stdout;
    const ask = 'COMP_WORDS=(etalon --qui); COMP_CWORD=1; _etalon; echo "${COMPREPLY[@]}"';
    const { stdout } = spawnSync('bash', ['-c', `${script}\n${ask}`], { encoding: 'utf8' });
    expect(stdout).to.equal('--quiet\n');
  });

  it('prints one document with --json and nothing else', () => {
    const { status, stdout, stderr } = run(SAMPLE, ['report', '--json']);
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).to.deep.equal({ rows: 3 });
  });

  it('survives a reader that goes away', async () => {
    const child = start(['flood']);
    child.stdout.once('data', () => child.stdout.destroy());
    const errors = text(child.stderr);
    const [code] = (await once(child, 'exit')) as [number];
    expect({ code, stderr: await errors }).to.deep.equal({ code: 0, stderr: '' });
  });

  it('loses no output on exit', () => {
    const { stdout } = run(SAMPLE, ['flood']);
    expect(stdout.trimEnd().split('\n')).to.have.length(20_000);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends in order at ${signal}: 130, an error, metrics written`, async () => {
      const child = start(['wait', '--json', '--metrics-file', 'm.prom']);
      const [out, err] = [text(child.stdout), text(child.stderr)];
      await once(child.stdout, 'data');
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number];
      expect(code).to.equal(130);
      await out;
      expect(JSON.parse((await err).trim().split('\n').at(-1)!)).to.have.nested.property('error.code', 'INTERRUPTED');
      expect(await readdir(cwd)).to.include('m.prom');
    });
  }

  it('ends at once at the second signal, and by itself when the work does not listen', async () => {
    const twice = start(['deaf', '--json']);
    await once(twice.stdout, 'data');
    const begun = performance.now();
    twice.kill('SIGINT');
    await sleep(200);
    twice.kill('SIGINT');
    expect(((await once(twice, 'exit')) as [number])[0]).to.equal(130);
    expect(performance.now() - begun).to.be.below(2500);
    const once_ = start(['deaf', '--json']);
    await once(once_.stdout, 'data');
    once_.kill('SIGINT');
    expect(((await once(once_, 'exit')) as [number])[0]).to.equal(130);
  });

  it('tells of a defect outside of any command', () => {
    const { status, stderr } = run(SAMPLE, ['late']);
    expect(status).to.equal(1);
    expect(stderr).to.contain('error INTERNAL: late');
  });
});
