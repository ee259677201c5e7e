import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { runEtalon } from '../../support/run-etalon.js';
import { schemaFaults } from '../../support/schema-faults.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

describe('JSON documents of a seed', () => {
  it('fit their schemas', async () => {
    await inTemporaryFolder(async (data) => {
      const etalon = (...args: string[]) => runEtalon([...args, '--json', '--data-dir', data]);
      const source = ['--from', 'telegram-export', '--path', 'examples/telegram-export'];
      const seed = await etalon('seed', ...source, '--window-end', '2024-12-03');
      expect(await schemaFaults('seed-result', seed.json()), seed.stderr).to.deep.equal([]);
      const snapshot = seed.json()['snapshot'] as string;
      const counts = JSON.parse(await readFile(`${snapshot}/channel_counts.json`, 'utf8')) as unknown;
      expect(await schemaFaults('dataset-verify', counts)).to.deep.equal([]);
      const verified = await etalon('dataset', 'verify');
      expect(await schemaFaults('dataset-verify', verified.json())).to.deep.equal([]);
      const { folder, kept, ...spotcheck } = (await etalon('spotcheck', 'sample')).json();
      expect([folder, kept]).to.deep.equal([snapshot, null]);
      expect(await schemaFaults('spotcheck', spotcheck)).to.deep.equal([]);
      const exported = await etalon('export', 'digests', '--redact', '--compress', 'gzip');
      expect(await schemaFaults('export-result', exported.json()), exported.stderr).to.deep.equal([]);
      const failed = await etalon('export', 'digests', '--channel', '@nobody');
      expect(await schemaFaults('error', { error: failed.error() })).to.deep.equal([]);
    });
  });
});
