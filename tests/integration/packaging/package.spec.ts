import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { PackedPackage } from './packed-package.js';

describe('the packed package', () => {
  let packed: PackedPackage;
  before(async () => {
    packed = await PackedPackage.make();
  });
  after(() => packed.remove());

  const run = (command: string, args: readonly string[]) =>
    spawnSync(command, args, {
      cwd: packed.project,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
  const tool = (name: string) => resolve('node_modules/.bin', name);

  it('brings code, types and configuration, and nothing of the work on it', () => {
    const files = packed.files();
    expect(files).to.include.members([
      'package.json',
      'LICENSE',
      'config/default.yaml',
      'dist/index.js',
      'dist/index.d.ts',
    ]);
    const others = files.filter(
      (file) => !/^(dist\/.*\.(js|d\.ts)|config\/|package\.json|LICENSE|[A-Z.a-z]+\.md)/.test(file),
    );
    expect(others).to.deep.equal([]);
    expect(files.filter((file) => /(^|\/)(tests?|bench|data|examples)\//.test(file))).to.deep.equal([]);
  });

  it('is a package that publint and are-the-types-wrong have nothing against', () => {
    const lint = run(tool('publint'), [packed.tarball, '--strict']);
    expect(lint.status, lint.stdout + lint.stderr).to.equal(0);
    const types = run(tool('attw'), [packed.tarball, '--profile', 'esm-only']);
    expect(types.status, types.stdout + types.stderr).to.equal(0);
  });

  it('gives a command that runs from any folder', () => {
    const command = join(packed.project, 'node_modules/etalon/dist/presentation/cli/main.js');
    const { status, stdout, stderr } = run(process.execPath, [command, '--version']);
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect(stdout).to.match(/^\d+\.\d+\.\d+\n$/);
    expect(run(command, ['completion', 'bash']).status).to.equal(0);
  });

  it('can be imported as a library, with nothing but its dependencies', async () => {
    const script = join(packed.project, 'library.mjs');
    await writeFile(
      script,
      `import { createContainer, loadSettings } from 'etalon';
       const etalon = createContainer(await loadSettings({ env: {}, cwd: process.cwd() }));
       const hasher = await etalon.get('hasher');
       console.log(hasher.hash('abc').slice(0, 8));
       await etalon.close();`,
    );
    const { stdout, stderr } = run(process.execPath, [script]);
    expect({ stdout, stderr }).to.deep.equal({ stdout: 'ba7816bf\n', stderr: '' });
  });

  it('gives its users types that a strict compiler takes', async () => {
    const source = join(packed.project, 'user.mts');
    await writeFile(
      source,
      `import { createContainer, EtalonError, loadSettings } from 'etalon';
       const etalon = createContainer(await loadSettings({ env: {}, cwd: '.' }));
       const now: number = (await etalon.get('clock')).now();
       // @ts-expect-error there is no such service
       await etalon.get('nothing');
       // @ts-expect-error there is no such code
       export const error = new EtalonError('NOTHING', String(now));`,
    );
    const flags = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    const roots = ['--typeRoots', resolve('node_modules/@types'), '--skipLibCheck'];
    const { status, stdout } = run(tool('tsc'), [...flags, ...roots, source]);
    expect(status, stdout).to.equal(0);
  });
});
