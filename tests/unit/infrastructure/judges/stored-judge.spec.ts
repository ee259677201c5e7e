import { expect } from 'chai';
import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { StoredJudge } from '#etalon/infrastructure/judges/stored-judge.js';
import { NO_USAGE } from '#etalon/domain/benchmark/judge-usage.js';
import { digest, JUDGE } from '../../../support/samples.js';

const SCORED = toExportRecord(digest(1, { judge: JUDGE }));

describe('infrastructure/judges/StoredJudge', () => {
  it('gives back the scores that stand in the data set, at no cost', async () => {
    const judge = new StoredJudge({ model: 'lexical', promptVersion: '1' });
    expect(judge).to.include({ kind: 'stored', model: 'lexical', promptVersion: '1', cost: 'free' });
    const { scores, notes } = JUDGE;
    expect(await judge.judge(SCORED)).to.deep.equal({ status: 'scored', scores, notes, usage: NO_USAGE });
  });

  it('has no word on a sample without scores: never 1.0, never 0', async () => {
    const judgement = await new StoredJudge(null).judge(toExportRecord(digest(1)));
    expect(judgement).to.deep.equal({ status: 'unscored', reason: 'The sample has no stored scores', usage: NO_USAGE });
  });

  it('takes nobody else’s scores for those of the judge that was chosen', async () => {
    for (const recorded of [
      { model: 'other', promptVersion: '1' },
      { model: 'lexical', promptVersion: '2' },
    ])
      expect(await new StoredJudge(recorded).judge(SCORED)).to.deep.include({
        status: 'unscored',
        reason: 'The stored scores are those of lexical@1',
      });
  });
});
