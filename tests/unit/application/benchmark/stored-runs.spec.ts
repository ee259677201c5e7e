import { expect } from 'chai';

import { PruneRunsUseCase } from '#etalon/application/benchmark/prune-runs.use-case.js';
import { ReportRunUseCase } from '#etalon/application/benchmark/report-run.use-case.js';
import { StreamResultsUseCase } from '#etalon/application/benchmark/stream-results.use-case.js';
import { finishedRun, scored } from '../../../support/benchmark-run.js';
import { benchmarkPorts } from '../../../support/benchmark-ports.js';
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
      const pruned = await new PruneRunsUseCase(stores, new TestClock()).execute({ keep: 1, confirmed: true });
      expect(pruned.runs.map(({ id }) => id)).to.deep.equal(['superfluous']);
      expect((await runs.listRuns(9)).map(({ id }) => id).sort()).to.deep.equal(['busy', 'newest', 'old', 'oldest']);
      await stores.close();
    }));
});
