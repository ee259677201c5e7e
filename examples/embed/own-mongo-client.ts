// A small service with a MongoDB client of its own, which etalon shares:
// `MONGODB_URL=… DB_NAME=… node own-mongo-client.js EXPORT LAST_DAY`.
import { createContainer, loadSettings } from 'etalon';
import { MongoClient } from 'mongodb';
import { seedCommand } from './seed-command.js';

const [path = '', lastDay = ''] = process.argv.slice(2);
const { MONGODB_URL = '', DB_NAME = 'butler' } = process.env;
const mongoClient = new MongoClient(MONGODB_URL, { appName: 'embedding-service' });

// The settings know nothing of the server: the client says where it is.
const settings = await loadSettings({ env: { DB_NAME }, cwd: process.cwd() });
const etalon = createContainer(settings, { mongoClient });

try {
  const { report } = await (await etalon.get('seedBenchmarkData')).execute(seedCommand(path, lastDay));
  await etalon.close();
  // The client is still the service's own, and open.
  const stored = await mongoClient.db(DB_NAME).collection('digests').countDocuments();
  console.log(JSON.stringify({ dataset_hash: report.datasetHash, totals: report.totals, stored }));
} finally {
  await etalon.close();
  await mongoClient.close();
}
