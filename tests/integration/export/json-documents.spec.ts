import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { compileSchema } from '#etalon/infrastructure/schemas/schema-compiler.js';
import { runEtalon } from '../../support/run-etalon.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

async function faults(schema: string, document: unknown): Promise<readonly unknown[]> {
  const text = await readFile(`config/schemas/${schema}.schema.json`, 'utf8');
  return compileSchema(JSON.parse(text) as Readonly<Record<string, unknown>>)(document);
}

describe('JSON documents of a seed', () => {
  it('fit their schemas', async () => {
    await inTemporaryFolder(async (data) => {
      const etalon = (...args: string[]) => runEtalon([...args, '--json', '--data-dir', data]);
      const source = ['--from', 'telegram-export', '--path', 'examples/telegram-export'];
      const seed = await etalon('seed', ...source, '--window-end', '2024-12-03');
      expect(await faults('seed-result', seed.json()), seed.stderr).to.deep.equal([]);
      const snapshot = seed.json()['snapshot'] as string;
      const counts = JSON.parse(await readFile(`${snapshot}/channel_counts.json`, 'utf8')) as unknown;
      expect(await faults('dataset-verify', counts)).to.deep.equal([]);
      const verified = await etalon('dataset', 'verify');
      expect(await faults('dataset-verify', verified.json())).to.deep.equal([]);
      const { folder, kept, ...spotcheck } = (await etalon('spotcheck', 'sample')).json();
      expect([folder, kept]).to.deep.equal([snapshot, null]);
      expect(await faults('spotcheck', spotcheck)).to.deep.equal([]);
      const exported = await etalon('export', 'digests', '--redact', '--compress', 'gzip');
      expect(await faults('export-result', exported.json()), exported.stderr).to.deep.equal([]);
      const failed = await etalon('export', 'digests', '--channel', '@nobody');
      expect(await faults('error', { error: failed.error() })).to.deep.equal([]);
    });
  });
});
