import { expect } from 'chai';

import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { LexicalJudge } from '#etalon/infrastructure/judges/lexical-judge.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';
import { digest } from '../../../support/samples.js';

const lexical = new LexicalJudge(new RussianTextTools());

describe('LexicalJudge', () => {
  it('scores the four metrics, the same every time', async () => {
    const record = toExportRecord(digest(3));
    const first = await lexical.judge(record);
    expect(first).to.include({ status: 'scored' });
    expect(first.status === 'scored' && Object.keys(first.scores)).to.deep.equal([
      ...['coverage', 'accuracy', 'coherence', 'informativeness'],
    ]);
    expect(await lexical.judge(record)).to.deep.equal(first);
  });

  it("lets a heading name the digest's own day and channel, and no other day", async () => {
    const accuracy = async (heading: string) => {
      const judgement = await lexical.judge(
        toExportRecord(digest(3, { summaryMarkdown: `# ${heading}\n\n- Сегодня открыт мост номер 3.` })),
      );
      return judgement.status === 'scored' ? judgement.scores['accuracy'] : undefined;
    };
    expect(await accuracy('Дайджест @city за 3 декабря 2024 года')).to.equal(1);
    expect(await accuracy('Дайджест @city за 17 марта 2023 года')).to.be.below(0.8);
  });

  it('gives an empty answer nothing: it is a bad answer, not missing data', async () => {
    const judgement = await lexical.judge(toExportRecord(digest(3, { summaryMarkdown: '# Заголовок' })));
    const scores = { coverage: 0, accuracy: 0, coherence: 0, informativeness: 0 };
    expect(judgement).to.deep.equal({ status: 'scored', scores, notes: 'the summary holds no sentence' });
  });
});
