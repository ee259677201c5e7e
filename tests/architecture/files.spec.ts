import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect } from 'chai';

/** The folders of a layer: subjects that the layers share, and on the command line what all commands share. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  domain: ['dataset', 'export', 'benchmark', 'statistics', 'observability', 'errors', 'text', 'time', 'shared'],
  application: ['dataset', 'export', 'benchmark', 'statistics', 'store', 'ports'],
  'presentation/cli': [
    'dataset',
    'export',
    'benchmark',
    'judge',
    'pilot',
    'spotcheck',
    'statistics',
    'store',
    'completion',
    'errors',
    'options',
    'output',
  ],
};

describe('files', () => {
  let files: readonly string[];
  before(async () => {
    files = (await readdir('src', { recursive: true })).filter((file) => file.endsWith('.ts'));
  });

  it('are named in kebab-case with a suffix where a boundary is crossed', () => {
    const shape = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+(-[a-z]+)*){0,2}\.ts$/;
    expect(files.filter((file) => !shape.test(basename(file)))).to.deep.equal([]);
  });

  for (const [folder, suffix] of [
    ['application/ports', '.port.ts'],
    ['composition/modules', '.module.ts'],
  ] as const) {
    it(`of ${folder} end in ${suffix}`, () => {
      const inside = files.filter((file) => file.startsWith(`${folder}/`));
      expect(inside).not.to.deep.equal([]);
      expect(inside.filter((file) => !file.endsWith(suffix))).to.deep.equal([]);
    });
  }

  it('of the domain are plain nouns: no suffix but .errors', () => {
    const odd = files.filter((file) => file.startsWith('domain/') && /\.(?!errors\.)[a-z-]+\.ts$/.test(file));
    expect(odd).to.deep.equal([]);
  });

  it('with use cases have one class with execute', async () => {
    for (const file of files.filter((name) => name.endsWith('.use-case.ts'))) {
      const text = await readFile(join('src', file), 'utf8');
      expect(text.match(/^export class \w+UseCase\b/gm), file).to.have.length(1);
      expect(text, file).to.match(/^ {2}(async )?execute\(/m);
    }
  });

  it('with repositories carry their technology', () => {
    const adapters = files.filter((file) => file.startsWith('infrastructure/') && file.endsWith('.repository.ts'));
    expect(adapters.filter((file) => !/^(mongo|sqlite|yaml|memory)-/.test(basename(file)))).to.deep.equal([]);
  });

  it('lie under the subjects of their layer', async () => {
    for (const [layer, subjects] of Object.entries(SUBJECTS)) {
      const entries = await readdir(join('src', layer), { withFileTypes: true });
      const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
      expect([...folders].sort(), layer).to.deep.equal([...subjects].sort());
    }
  });

  it('have a mirror among the unit tests: no test without a source of its name, or of its folder that it imports', async () => {
    const specs = (await readdir('tests/unit', { recursive: true })).filter((file) => file.endsWith('.spec.ts'));
    expect(specs).not.to.deep.equal([]);
    const lost: string[] = [];
    for (const spec of specs) {
      const stem = spec.replace(/\.spec\.ts$/, '.');
      const text = await readFile(join('tests/unit', spec), 'utf8');
      if (files.some((file) => file.startsWith(stem))) continue;
      if (!text.includes(`'#etalon/${dirname(spec)}/`)) lost.push(spec);
    }
    expect(lost).to.deep.equal([]);
  });
});
