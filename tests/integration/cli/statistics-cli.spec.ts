import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSchema } from '#etalon/infrastructure/schemas/schema-compiler.js';
import { runEtalon } from '../../support/run-etalon.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

const verify = (path: string, ...args: string[]) => runEtalon(['statistics', 'verify', '--vectors', path, ...args]);

async function faultsOf(document: unknown): Promise<readonly unknown[]> {
  const text = await readFile('config/schemas/statistics-verify.schema.json', 'utf8');
  return compileSchema(JSON.parse(text) as Readonly<Record<string, unknown>>)(document);
}

const WRONG = {
  vectors: [
    { name: 'off', method: 'mean_se_ci', inputs: { x: [1, 3] }, expected: { mean: 2.5 }, tolerance: { abs: 0.1 } },
    { name: 'odd', method: 'mean_se_ci', inputs: { y: [1, 3] }, expected: { mean: 2 }, tolerance: {} },
    { name: 'new', method: 'tea_leaves', inputs: {}, expected: { future: null }, tolerance: {} },
  ],
};

describe('etalon statistics verify', () => {
  it('finds its own vectors right, as JSON that fits its schema', async () => {
    const result = await verify('tests/vectors/scipy.json', '--json');
    expect(result.exitCode, result.stderr).to.equal(0);
    expect(await faultsOf(result.json())).to.deep.equal([]);
    const { total, passed, failed } = result.json();
    expect([passed, failed]).to.deep.equal([total, 0]);
  });

  it('exits 2, prints each difference and names what is not offered', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'wrong.json');
      await writeFile(path, JSON.stringify(WRONG));
      const table = await verify(path);
      expect(table.exitCode, table.stderr).to.equal(2);
      expect(table.stdout).to.match(/off +mean +2\.5 +2 +-0\.5 +0\.1/);
      expect(table.stdout).to.contain('odd: inputs.x is missing');
      expect(table.stdout).to.match(/tea_leaves +future/);
      expect(table.stdout).to.contain('0 of 2 vectors within tolerance, 1 of methods that are not offered');
      const machine = await verify(path, '--json');
      expect(machine.exitCode).to.equal(2);
      expect(await faultsOf(machine.json())).to.deep.equal([]);
      expect(machine.json()).to.deep.include({ total: 3, passed: 0, failed: 2 });
      expect(machine.json()['not_offered']).to.deep.equal([{ method: 'tea_leaves', fields: ['future'] }]);
    });
  });

  it('passes nothing when nothing was checked', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'unknown.json');
      await writeFile(path, JSON.stringify({ vectors: [WRONG.vectors[2]] }));
      const table = await verify(path);
      expect(table.exitCode, table.stderr).to.equal(4);
      expect(table.stdout)
        .to.contain('INSUFFICIENT')
        .and.to.match(/tea_leaves +future/);
      const machine = await verify(path, '--json');
      expect(machine.exitCode).to.equal(4);
      expect(machine.json()).to.deep.include({ total: 1, passed: 0, failed: 0 });
    });
  });

  it('refuses a file that is not there or malformed with a code', async () => {
    await inTemporaryFolder(async (folder) => {
      const missing = await verify(join(folder, 'none.json'), '--json');
      expect([missing.exitCode, missing.error().code]).to.deep.equal([1, 'STATISTICS_VECTORS_NOT_FOUND']);
      await writeFile(join(folder, 'bad.json'), '{');
      const bad = await verify(join(folder, 'bad.json'), '--json');
      expect([bad.exitCode, bad.error().code]).to.deep.equal([1, 'STATISTICS_VECTORS_INVALID']);
    });
    expect((await runEtalon(['statistics', 'verify'])).exitCode).to.equal(64);
  });
});
