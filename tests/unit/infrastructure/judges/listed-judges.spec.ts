import { expect } from 'chai';
import type { JudgeMaker } from '#etalon/infrastructure/judges/listed-judges.js';
import { ListedJudges } from '#etalon/infrastructure/judges/listed-judges.js';
import { StoredJudge } from '#etalon/infrastructure/judges/stored-judge.js';
import { SCENARIO } from '../../../support/benchmark-run.js';
import { expectCode } from '../../../support/expect-code.js';

const RECORDED = { model: 'some-model', promptVersion: '1' };

describe('infrastructure/judges/ListedJudges', () => {
  it('finds a judge by its kind, and names those that there are', async () => {
    const stored = new StoredJudge(null);
    const judges = new ListedJudges([stored]);
    expect(await judges.named('stored', SCENARIO)).to.equal(stored);
    const error = await expectCode('BENCHMARK_JUDGE_UNKNOWN', () => judges.named('oracle', SCENARIO));
    expect(error.hint).to.equal('Choose --judge stored.');
  });

  it('makes a judge for the choice, unless one of the kind is there', async () => {
    const stored: JudgeMaker = (_scenario, { recorded = null }) => Promise.resolve(new StoredJudge(recorded));
    const makers = { stored };
    const made = await new ListedJudges([], makers).named('stored', SCENARIO, { recorded: RECORDED });
    expect(made).to.include(RECORDED);
    const own = new StoredJudge(null);
    expect(await new ListedJudges([own], makers).named('stored', SCENARIO)).to.equal(own);
  });
});
