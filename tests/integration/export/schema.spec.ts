import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { runEtalon } from '../../support/run-etalon.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

interface Checked {
  readonly ok: boolean;
  readonly schemas: readonly { readonly same: boolean; readonly difference: unknown }[];
}

describe('etalon export schema --check', () => {
  it('names the first difference of a snapshot that drifted, and exits 2', async () => {
    await inTemporaryFolder(async (cwd) => {
      const text = await readFile('config/schemas/review-report-export.schema.json', 'utf8');
      await mkdir(join(cwd, 'config', 'schemas'), { recursive: true });
      const drifted = text.replace('"exclusiveMinimum": 0', '"minimum": 0');
      await writeFile(join(cwd, 'config', 'schemas', 'review-report-export.schema.json'), drifted);
      const told = await runEtalon(['export', 'schema', '--check'], { cwd });
      expect(told.exitCode).to.equal(2);
      expect(told.stdout).to.contain('first difference at /properties/latency_seconds/exclusiveMinimum');
      const { ok, schemas } = (await runEtalon(['export', 'schema', '--check', '--json'], { cwd })).json<Checked>();
      expect([ok, schemas.map(({ same }) => same)]).to.deep.equal([false, [true, false]]);
      expect(schemas[1]?.difference).to.deep.equal({
        path: '/properties/latency_seconds/exclusiveMinimum',
        ...{ snapshot: null, expected: '0' },
      });
    });
  });
});
