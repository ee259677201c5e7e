import { join } from 'node:path';
import { expect } from 'chai';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { ConfiguredStoreProvider } from '#etalon/infrastructure/persistence/configured-store-provider.js';
import { CryptoIdGenerator } from '#etalon/infrastructure/system/crypto-id-generator.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';
import { runEtalon } from '../../support/run-etalon.js';
import { digests } from '../../support/sample-factory.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

/** Digests that have something to redact; one of them fits no schema. */
function documents(): readonly DigestSample[] {
  return digests(70).map((sample, number) => ({
    ...sample,
    summaryMarkdown:
      number === 5 ? ' ' : `${sample.summaryMarkdown}\n\nПишите: ivan${number}@example.org, +7 916 123-45-67.`,
  }));
}

describe('etalon export verify, of exports with options', () => {
  it('runs again what was redacted, compressed and left out', async function () {
    this.timeout(120_000);
    await inTemporaryFolder(async (data) => {
      const clock = new SystemClock();
      const settings = { dbName: 'butler', sqliteFile: join(data, 'etalon.db'), timeoutMs: 10_000 };
      const provider = new ConfiguredStoreProvider(settings, clock, new CryptoIdGenerator(clock));
      await (await provider.open()).digests.upsertMany(documents());
      await provider.close();
      const etalon = (...args: string[]) => runEtalon(['export', ...args, '--json', '--data-dir', data]);
      const output = join(data, 'out', 'digests.jsonl');
      const written = await etalon('digests', '--redact', '--skip-invalid', '--compress', 'gzip', '--output', output);
      expect(written.exitCode, written.stderr).to.equal(2);
      const verified = await etalon('verify', join(data, 'out'), '--against-store', '--twice');
      expect(verified.exitCode, verified.stdout + verified.stderr).to.equal(0);
      const [file] = verified.json<{ files: { path: string; twice: { records: number; identical: boolean } }[] }>()
        .files;
      expect(file).to.deep.include({ path: 'digests.jsonl.gz' });
      expect(file?.twice).to.deep.include({ records: 69, identical: true });
    });
  });
});
