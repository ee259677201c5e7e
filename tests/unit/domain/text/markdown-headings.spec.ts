import { expect } from 'chai';
import { markdownHeadings } from '#etalon/domain/text/markdown-headings.js';
import { isRussianHeading } from '#etalon/domain/text/russian-heading.js';

describe('markdownHeadings', () => {
  it('finds headings of every level without their marks', () => {
    expect(markdownHeadings('# Один\n\nтекст # не заголовок\n### Два ##\n#хештег\n  ## Три')).to.deep.equal([
      'Один',
      'Два',
      'Три',
    ]);
    expect(markdownHeadings('просто текст')).to.deep.equal([]);
  });
});

describe('isRussianHeading', () => {
  it('asks for one word in Cyrillic letters', () => {
    expect(isRussianHeading('Microsoft и Windows Server')).to.equal(false);
    expect(isRussianHeading('Вышла Windows Server 2025')).to.equal(true);
    expect(isRussianHeading('Python')).to.equal(false);
    expect(isRussianHeading('2024')).to.equal(true);
  });
});
