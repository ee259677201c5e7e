// A small service that seeds a data set into a store of its own: `node own-repository.js EXPORT LAST_DAY`.
import { createContainer, loadSettings, SeedBenchmarkDataUseCase } from 'etalon';
import { MemoryStore } from './memory-store.js';
import { seedCommand } from './seed-command.js';

const [path = '', lastDay = ''] = process.argv.slice(2);
const etalon = createContainer(await loadSettings({ env: process.env, cwd: process.cwd() }));

// The use case is a plain class: every port can be yours. Here the store is, and the rest are the product's own.
const stores = new MemoryStore();
const seed = new SeedBenchmarkDataUseCase({
  stores,
  source: await etalon.get('postSource'),
  spools: await etalon.get('spools'),
  digesters: await etalon.get('digesters'),
  textTools: await etalon.get('textTools'),
  clock: await etalon.get('clock'),
  random: await etalon.get('random'),
  hasher: await etalon.get('hasher'),
  publisher: await etalon.get('publisher'),
  paths: await etalon.get('paths'),
  progress: await etalon.get('progress'),
  logger: await etalon.get('logger'),
  metrics: await etalon.get('metrics'),
  tracer: await etalon.get('tracer'),
});

try {
  const { report } = await seed.execute(seedCommand(path, lastDay));
  const channels = await stores.digests.channels();
  console.log(JSON.stringify({ dataset_hash: report.datasetHash, totals: report.totals, channels }));
} finally {
  await etalon.close();
}
