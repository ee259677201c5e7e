import type { BenchmarkDataset } from '#etalon/domain/dataset/benchmark-dataset.js';
import { parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { expect } from 'chai';
import { describeStores } from './describe-stores.js';

function dataset(name: string, changes: Partial<BenchmarkDataset> = {}): BenchmarkDataset {
  return {
    name,
    origin: 'seeded',
    status: 'seeding',
    firstDay: parseCalendarDay('2024-11-04')!,
    lastDay: parseCalendarDay('2024-12-03')!,
    timezone: 'Europe/Moscow',
    channels: ['@aaaa', '@bbbb'],
    floor: 30,
    seed: 42,
    digester: { name: 'extractive', version: '1' },
    datasetHash: null,
    scoresHash: null,
    updatedAt: Date.UTC(2024, 11, 4, 1, 2, 3, 4),
    ...changes,
  };
}

describeStores('Dataset repository', (given) => {
  it('keeps, replaces, lists and forgets records', async () => {
    const { datasets } = given.store;
    expect(await datasets.find('default')).to.equal(undefined);
    await datasets.save(dataset('default'));
    await datasets.save(dataset('$where'));
    const complete = dataset('default', {
      status: 'complete',
      datasetHash: 'ab',
      scoresHash: 'cd',
      channels: [],
    });
    await datasets.save(complete);
    expect(await datasets.find('default')).to.deep.equal(complete);
    expect(await datasets.list()).to.deep.equal([dataset('$where'), complete]);
    expect(await datasets.remove('default')).to.equal(true);
    expect(await datasets.remove('default')).to.equal(false);
    expect(await datasets.list()).to.deep.equal([dataset('$where')]);
  });
});
