import { expect } from 'chai';
import { plainText } from '#etalon/domain/text/plain-text.js';

describe('plainText', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['marks', '**жирно** ~~нет~~ ||тайна|| `код` __черта__', 'жирно нет тайна код черта'],
    ['italics', 'это _курсив_, а snake_case_name нет', 'это курсив, а snake_case_name нет'],
    ['links', '[тут](https://a.ru/b) и https://a.ru/c', 'тут и'],
    ['what links leave behind', 'Слово (https://a.ru ) и [](https://b.ru)', 'Слово и'],
    ['emoji', '⚡️ Снег ❄️. 👨‍💻 работает', 'Снег. работает'],
    ['headings, quotes and lists', '# Раз\n> два\n- три', 'Раз\nдва\nтри'],
    ['fences', '```python\nx = 1\n```\nтекст', 'x = 1\n\nтекст'],
    ['white space', ' а  б \n\n\n в ', 'а б\n\nв'],
  ];
  for (const [name, markdown, text] of cases)
    it(`strips ${name}`, () => {
      expect(plainText(markdown)).to.equal(text);
    });
});
