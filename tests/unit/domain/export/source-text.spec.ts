import { expect } from 'chai';
import { sourceText } from '#etalon/domain/export/source-text.js';
import { digest, report } from '../../../support/samples.js';

describe('sourceText', () => {
  it("joins a post's title, summary and text with a space, posts with a newline", () => {
    const sample = digest(1, {
      posts: [
        { title: 'Т1', summary: 'С1', text: 'Текст\nв две строки' },
        { title: 'Т2', summary: 'С2', text: 'Текст 2' },
      ],
    });
    expect(sourceText(sample)).to.equal('Т1 С1 Текст\nв две строки\nТ2 С2 Текст 2');
  });

  it('leaves no separator behind for empty parts', () => {
    const sample = digest(1, { posts: [{ title: '', summary: '', text: 'Только текст' }] });
    expect(sourceText(sample)).to.equal('Только текст');
  });

  it('writes the passes of a report with their recommendations and findings', () => {
    expect(sourceText(report(1))).to.equal(
      '[coverage] Охват полный.\nRecommendation: Добавить парк.\nFinding: Пропуск Нет парка.\n\n[style] Стиль ровный.',
    );
  });
});
