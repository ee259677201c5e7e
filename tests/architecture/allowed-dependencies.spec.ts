import { readFile } from 'node:fs/promises';
import { expect } from 'chai';

/** What the package may need at run time. A new one is a decision: licence, upkeep, size, start-up. */
const ALLOWED = [
  '@orama/stemmers',
  '@photostructure/sqlite',
  'ajv',
  'class-transformer',
  'class-validator',
  'cli-progress',
  'commander',
  'inversify',
  'mongodb',
  'prom-client',
  'pure-rand',
  'reflect-metadata',
  'tinyld',
  'winston',
  'yaml',
];

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly hasInstallScript?: boolean }>>;
}

describe('dependencies', () => {
  const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

  it('are those that were agreed on', async () => {
    expect(Object.keys((await read<Manifest>('package.json')).dependencies).sort()).to.deep.equal(ALLOWED);
  });

  it('are pinned to exact versions', async () => {
    const { dependencies, devDependencies } = await read<Manifest>('package.json');
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).to.match(/^\d+\.\d+\.\d+/);
    }
  });

  it('compile and download nothing when the package is installed', async () => {
    const { packages } = await read<Lock>('package-lock.json');
    const scripted = Object.entries(packages)
      .filter(([, entry]) => entry.hasInstallScript === true && entry.dev !== true)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(scripted.filter((name) => name !== '@photostructure/sqlite')).to.deep.equal([]);
  });
});
