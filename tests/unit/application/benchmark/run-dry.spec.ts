import { expect } from 'chai';

import { RunBenchmarkUseCase } from '#etalon/application/benchmark/run-benchmark.use-case.js';
import type { Judge } from '#etalon/application/ports/judge.port.js';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { YamlScenarioRepository } from '#etalon/infrastructure/scenario/yaml-scenario.repository.js';
import { exportedDigests, withScores } from '../../../support/benchmark-data.js';
import { SETTINGS, benchmarkPorts } from '../../../support/benchmark-ports.js';
import { expectCode } from '../../../support/expect-code.js';
import { allScores, scriptedJudge } from '../../../support/scripted-judge.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const DRY = { scenario: 'channel_digest_ru', dryRun: true } as const;
type Change = (sample: DigestSample, index: number) => DigestSample;

function dryRun<T>(change: Change | undefined, judges: readonly Judge[], work: (execute: Execute) => Promise<T>) {
  return inTemporaryFolder(async (folder) => {
    const ports = benchmarkPorts(folder, ...judges);
    await exportedDigests(folder, 24, change);
    await work((command) => new RunBenchmarkUseCase(ports, SETTINGS).execute({ ...DRY, ...command }));
    await ports.stores.close();
  });
}
type Execute = (command: object) => ReturnType<RunBenchmarkUseCase['execute']>;

describe('a dry run', () => {
  it('sums up stored scores under the values of who wrote them, and calls nobody', () =>
    dryRun(withScores(0.86), [], async (execute) => {
      const run = await execute({});
      expect(run).to.deep.include({ dryRun: true, status: 'completed' });
      expect(run.judge).to.include({ kind: 'stored', model: 'lexical-ru-1', promptVersion: 'ru-1' });
      const [metric] = (await new YamlScenarioRepository(['config/scenarios']).load(run.scenario)).metrics;
      expect(run.metrics[0]).to.include({ estimate: 0.86, pass: metric!.byJudge['lexical']!.pass, verdict: 'PASS' });
      expect(run.cost).to.deep.equal({ calls: 0, tokensIn: 0, tokensOut: 0, cacheHits: 0 });
      expect(run.estimatedCost, 'the scenario judges lexically, which costs nothing').to.deep.equal(run.cost);
    }));

  it("holds the scores of any other judge against the plan's values", () =>
    dryRun(withScores(0.86, 'gpt', 'ru-digest-1'), [], async (execute) => {
      expect((await execute({})).metrics[0]).to.include({ pass: 0.88, verdict: 'WARN' });
    }));

  it('estimates what a live run would cost where an LLM is there, repeats and limit included', () => {
    const estimate = () => ({ calls: 1, tokensIn: 700, tokensOut: 90, cacheHits: 0 });
    const llm = scriptedJudge('llm', () => expect.fail('a dry run called the judge'), { estimate });
    return dryRun(withScores(0.9), [llm], async (execute) => {
      expect((await execute({})).estimatedCost).to.deep.equal({
        ...{ calls: 24, tokensIn: 24 * 700, tokensOut: 24 * 90, cacheHits: 0 },
      });
      expect((await execute({ repeats: 3, limit: 5 })).estimatedCost).to.include({ calls: 15 });
    });
  });

  it('has no use for a budget: nobody is called', () =>
    dryRun(withScores(0.86), [], async (execute) => {
      const run = await execute({ repeats: 3, budgetCalls: 2, budgetTokens: 1 });
      expect(run).to.deep.include({ status: 'completed' });
      expect(run.samples).to.include({ scored: 24, unscored: 0 });
    }));

  it('does not fail for a judge that cannot be made ready: the cost is not known then', () =>
    inTemporaryFolder(async (folder) => {
      const ports = benchmarkPorts(folder);
      await exportedDigests(folder, 24, withScores(0.86));
      const named: typeof ports.judges.named = (kind, scenario, options) =>
        kind === 'llm'
          ? Promise.reject(new EtalonError('JUDGE_MODEL_MISMATCH', 'another model'))
          : ports.judges.named(kind, scenario, options);
      const run = await new RunBenchmarkUseCase(
        { ...ports, judges: { kinds: ports.judges.kinds, named } },
        SETTINGS,
      ).execute(DRY);
      expect(run).to.deep.include({ status: 'completed', estimatedCost: null });
      await ports.stores.close();
    }));

  it('is INSUFFICIENT without scores, with the command that makes some', () =>
    dryRun(undefined, [], async (execute) => {
      const run = await execute({});
      expect(run).to.include({ status: 'completed', verdict: 'INSUFFICIENT' });
      expect(run.verdictReason).to.include('etalon dataset score');
      expect(run.samples).to.include({ unscored: 24, scored: 0 });
    }));

  it('wants a name where several judges scored, and then takes only that one', () => {
    const mixed: Change = (sample, index) => withScores(0.9, index < 23 ? 'gpt' : 'other', '1')(sample);
    return dryRun(mixed, [], async (execute) => {
      expect((await expectCode('BENCHMARK_JUDGES_MIXED', execute({}))).message).to.include('gpt@1, other@1');
      const run = await execute({ storedJudge: 'gpt' });
      expect(run.samples).to.include({ scored: 23, unscored: 1 });
      await expectCode('BENCHMARK_STORED_JUDGE_UNKNOWN', execute({ storedJudge: 'nobody' }));
    });
  });

  it('cannot go with a judge, nor --stored-judge with one', () =>
    dryRun(withScores(0.9), [], async (execute) => {
      await expectCode('USAGE', execute({ judge: 'lexical' }));
      await expectCode('USAGE', execute({ dryRun: false, judge: 'lexical', storedJudge: 'gpt' }));
      expect(await execute({ judge: 'stored' })).to.include({ status: 'completed' });
    }));

  it('equals the live run whose scores were stored', () =>
    inTemporaryFolder(async (folder) => {
      const live = scriptedJudge('llm', ({ sample }) =>
        allScores(0.8 + (Number(sample.sampleId.slice(-2)) % 10) / 100),
      );
      const ports = benchmarkPorts(folder, live);
      const values: Change = (sample, index) => withScores(0.8 + (index % 10) / 100, 'llm-1', '1')(sample);
      await exportedDigests(folder, 24, values);
      const benchmark = new RunBenchmarkUseCase(ports, SETTINGS);
      const dry = await benchmark.execute(DRY);
      const { metrics, verdict } = await benchmark.execute({ scenario: 'channel_digest_ru', judge: 'llm' });
      expect({ metrics: dry.metrics, verdict: dry.verdict }).to.deep.equal({ metrics, verdict });
      await ports.stores.close();
    }));
});
