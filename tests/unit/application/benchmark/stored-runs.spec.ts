import { expect } from 'chai';

import { holdRun } from '#etalon/application/benchmark/hold-run.js';
import { PruneRunsUseCase } from '#etalon/application/benchmark/prune-runs.use-case.js';
import type { StoreProvider } from '#etalon/application/ports/store.port.js';
import { ReportRunUseCase } from '#etalon/application/benchmark/report-run.use-case.js';
import { StreamResultsUseCase } from '#etalon/application/benchmark/stream-results.use-case.js';
import { ConfiguredDocsFolder } from '#etalon/infrastructure/files/configured-docs-folder.js';
import { finishedRun, scored } from '../../../support/benchmark-run.js';
import { benchmarkPorts } from '../../../support/benchmark-ports.js';
import { exportPorts } from '../../../support/export-ports.js';
import { MemoryStore } from '../../../support/memory-store.js';
import { TestClock } from '../../../support/test-clock.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const baseline = (runId: string) => ({ runId, pinned: false, margin: 0.02, earlyStop: false });

describe('a run without metrics', () => {
  it('shows the scores that it has, as columns and as distributions', () =>
    inTemporaryFolder(async (folder) => {
      const { stores, files } = benchmarkPorts(folder);
      const store = await stores.open();
      const results = [scored(1, 0.5), scored(2, 0.7)];
      await store.runs.saveRun(finishedRun(results, { id: 'r', metrics: [], status: 'interrupted', verdict: null }));
      await store.runs.saveResults('r', results);
      expect((await new StreamResultsUseCase(stores).execute({ runId: 'r' })).metrics).to.deep.equal(['coverage']);
      const report = await new ReportRunUseCase(stores, files).execute({ runId: 'r' });
      expect(Object.keys(report.distributions)).to.deep.equal(['coverage']);
      expect(report.worst.map(({ result }) => result.position)).to.deep.equal([1, 2]);
      await stores.close();
    }));
});

async function prune(folder: string, stores: StoreProvider, keep: number): Promise<readonly string[]> {
  const pilots = { ...exportPorts(new MemoryStore(), folder), docs: new ConfiguredDocsFolder(folder) };
  const useCase = new PruneRunsUseCase({ stores, clock: new TestClock(), pilots });
  return (await useCase.execute({ keep, confirmed: true })).runs.map(({ id }) => id);
}

describe('PruneRunsUseCase', () => {
  it('keeps whatever a run that stays was compared with, and runs that go on', () =>
    inTemporaryFolder(async (folder) => {
      const { stores } = benchmarkPorts(folder);
      const { runs } = await stores.open();
      const started = (index: number) => Date.UTC(2024, 10, index + 1);
      const save = (id: string, index: number, changes: Parameters<typeof finishedRun>[1] = {}) =>
        runs.saveRun(finishedRun([], { id, startedAt: started(index), ...changes }));
      await save('oldest', 0);
      await save('old', 1, { baseline: baseline('oldest') });
      await save('superfluous', 2);
      await save('busy', 3, { status: 'running' });
      await save('newest', 4, { baseline: baseline('old') });
      await holdRun(await stores.open(), 'busy', async () => {
        expect(await prune(folder, stores, 1)).to.deep.equal(['superfluous']);
      });
      expect((await runs.listRuns(9)).map(({ id }) => id).sort()).to.deep.equal(['busy', 'newest', 'old', 'oldest']);
      await stores.close();
    }));

  it('gives runs without an end no place among those that stay, and takes killed ones away', () =>
    inTemporaryFolder(async (folder) => {
      const { stores } = benchmarkPorts(folder);
      const { runs } = await stores.open();
      const states = ['completed', 'interrupted', 'completed', 'running', 'failed', 'completed', 'running'] as const;
      for (const [day, status] of states.entries())
        await runs.saveRun(finishedRun([], { id: `${day}-${status}`, startedAt: Date.UTC(2024, 10, day + 1), status }));
      expect(await prune(folder, stores, 2)).to.deep.equal(['1-interrupted', '0-completed']);
      expect(await prune(folder, stores, 1)).to.deep.equal(['4-failed', '3-running', '2-completed']);
      expect((await runs.listRuns(9)).map(({ id }) => id)).to.deep.equal(['6-running', '5-completed']);
      expect(await prune(folder, stores, 0)).to.deep.equal(['6-running', '5-completed']);
      await stores.close();
    }));
});
