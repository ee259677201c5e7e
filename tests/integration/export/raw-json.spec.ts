import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect } from 'chai';
import { SqliteStore } from '#etalon/infrastructure/persistence/sqlite/sqlite.store.js';
import { runEtalon } from '../../support/run-etalon.js';
import { digest } from '../../support/sample-factory.js';
import { TEST_IDS, TestClock } from '../../support/test-clock.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

/** A store with two digests, of which the second one's JSON is changed behind the product's back. */
async function withSpoilt(
  change: (json: string) => string | Uint8Array,
  work: (data: string) => Promise<void>,
): Promise<void> {
  await inTemporaryFolder(async (data) => {
    const file = join(data, 'etalon.db');
    const store = SqliteStore.open({ file, timeoutMs: 10_000 }, new TestClock(), TEST_IDS);
    await store.digests.upsertMany([digest(1), digest(2)]);
    await store.close();
    const database = new DatabaseSync(file);
    const { doc } = database.prepare('SELECT doc FROM digests WHERE id = ?').get(digest(2).id) as { doc: string };
    database.prepare('UPDATE digests SET doc = CAST(? AS TEXT) WHERE id = ?').run(change(doc), digest(2).id);
    database.close();
    await work(data);
  });
}

describe('etalon export of JSON that only others write', () => {
  const exported = (data: string, ...more: string[]) =>
    runEtalon(['export', 'digests', '--json', '--data-dir', data, ...more]);

  for (const [name, change] of [
    [
      'a number beyond all bounds',
      (json: string) => json.replace(/"latency_seconds":[\d.]+/, '"latency_seconds":1e400'),
    ],
    ['half a document', (json: string) => json.slice(0, 100)],
    ['no document', () => '[]'],
  ] as const) {
    it(`names the record with ${name}, or leaves it out and exits 2`, async () => {
      await withSpoilt(change, async (data) => {
        const failed = await exported(data);
        expect(failed.exitCode).to.equal(1);
        expect(failed.error().message).to.contain(digest(2).id);
        const skipping = await exported(data, '--skip-invalid');
        expect(skipping.exitCode, skipping.stderr).to.equal(2);
        const { records, skipped } = skipping.json<{
          records: number;
          skipped: { count: number; records: object[] };
        }>();
        expect([records, skipped.count]).to.deep.equal([1, 1]);
        expect(skipped.records[0]).to.deep.include({ sample_id: digest(2).id });
      });
    });
  }

  it('keeps half pairs as escapes, and replaces bytes that are no text', async () => {
    const spoil = (json: string): Uint8Array => {
      const marked = Buffer.from(json.replace('"summary_markdown":"', '"summary_markdown":"\\ud800 BAD '));
      const at = marked.indexOf('BAD');
      return Buffer.concat([marked.subarray(0, at), Buffer.from([0xff]), marked.subarray(at + 3)]);
    };
    await withSpoilt(spoil, async (data) => {
      const result = await exported(data);
      expect(result.exitCode, result.stderr).to.equal(0);
      const text = await readFile(result.json<{ path: string }>().path, 'utf8');
      expect(text).to.contain('"summary_markdown":"\\ud800 \ufffd ');
    });
  });
});
