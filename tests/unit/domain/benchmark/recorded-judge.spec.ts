import { expect } from 'chai';
import { chooseRecordedJudge, recordedJudgeOf, thresholdJudgeOf } from '#etalon/domain/benchmark/recorded-judge.js';
import { expectCode } from '../../../support/expect-code.js';
import { JUDGE } from '../../../support/samples.js';

const LEXICAL = { model: 'lexical-ru-1', promptVersion: 'ru-1' };
const LLM = { model: 'some-model', promptVersion: 'ru-digest-1' };
const LATER = { ...LLM, promptVersion: 'ru-digest-2' };

describe('domain/benchmark/recorded-judge', () => {
  it('takes the only judge that there is, and nobody where nobody scored', () => {
    expect(chooseRecordedJudge([LLM, { ...LLM }])).to.deep.equal(LLM);
    expect(chooseRecordedJudge([])).to.equal(null);
  });

  it('wants a name where there are several, and takes model or model@prompt_version', async () => {
    await expectCode('BENCHMARK_JUDGES_MIXED', () => chooseRecordedJudge([LEXICAL, LLM]));
    expect(chooseRecordedJudge([LEXICAL, LLM], 'some-model')).to.deep.equal(LLM);
    await expectCode('BENCHMARK_JUDGES_MIXED', () => chooseRecordedJudge([LATER, LLM], 'some-model'));
    expect(chooseRecordedJudge([LATER, LLM], 'some-model@ru-digest-2')).to.deep.equal(LATER);
  });

  it('knows no judge that scored nothing', async () => {
    await expectCode('BENCHMARK_STORED_JUDGE_UNKNOWN', () => chooseRecordedJudge([LEXICAL], 'some-model'));
    await expectCode('BENCHMARK_STORED_JUDGE_UNKNOWN', () => chooseRecordedJudge([], 'some-model'));
  });

  it('holds lexical scores against the values of the lexical judge', () => {
    expect(thresholdJudgeOf(LEXICAL)).to.equal('lexical');
    expect(thresholdJudgeOf(recordedJudgeOf(JUDGE))).to.equal('lexical');
    expect(thresholdJudgeOf(LLM)).to.equal('llm');
    for (const model of ['lexicalis', 'lexical-something-else', 'Lexical-ru-3'])
      expect(thresholdJudgeOf({ ...LLM, model })).to.equal('llm');
    expect(thresholdJudgeOf(null)).to.equal('stored');
  });
});
