import { expect } from 'chai';
import { entityMarkdown } from '#etalon/infrastructure/telegram/entity-markdown.js';

const entity = (type: string, text: unknown, more: object = {}): object => ({ type, text, ...more });

describe('entityMarkdown', () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['plain text as it is', 'цена 2*3_4 [ок] `x`', 'цена 2*3_4 [ок] `x`'],
    ['nothing', undefined, ''],
    ['what is no text', [null, 5, true, 'а'], 'а'],
    ['bold', ['до ', entity('bold', 'важно'), ' после'], 'до **важно** после'],
    ['italic', [entity('italic', 'тихо')], '_тихо_'],
    ['strikethrough', [entity('strikethrough', 'нет')], '~~нет~~'],
    ['spoiler', [entity('spoiler', 'тайна')], '||тайна||'],
    ['underline as text', [entity('underline', 'черта')], 'черта'],
    ['code', [entity('code', 'npm ci')], '`npm ci`'],
    ['code with a backtick', [entity('code', 'a`b')], '`` a`b ``'],
    ['pre', [entity('pre', 'x = 1\n', { language: 'python' })], '\n```python\nx = 1\n```\n'],
    ['pre with a fence inside', [entity('pre', 'a\n```\nb')], '\n````\na\n```\nb\n````\n'],
    ['a language that is none', [entity('pre', 'x', { language: 'a b\nc' })], '\n```\nx\n```\n'],
    ['a block quote', [entity('blockquote', 'раз\nдва')], '> раз\n> два'],
    ['a link', [entity('link', 'https://a.ru/b')], 'https://a.ru/b'],
    ['a mention and a hashtag', [entity('mention', '@abc'), ' ', entity('hashtag', '#тег')], '@abc #тег'],
    ['a custom emoji', [entity('custom_emoji', '🔥', { document_id: 'x' })], '🔥'],
    ['an unknown entity', [entity('hologram', 'текст')], 'текст'],
    ['an entity named like a method', [entity('toString', 'текст')], 'текст'],
    ['an entity without a type', [{ text: 'текст' }], 'текст'],
    ['text that is a list', [entity('bold', ['а', entity('italic', 'б')])], '**а_б_**'],
    ['lists in lists', [['а', ['б']]], 'аб'],
    ['neighbours of one kind', [entity('bold', 'а'), entity('bold', ' б')], '**а б**'],
    ['white space at the edges', [entity('bold', ' слово\n'), 'дальше'], ' **слово**\nдальше'],
    ['several lines', [entity('bold', 'раз\n\nдва ')], '**раз**\n\n**два** '],
    ['marks around signs alone', [entity('bold', '🔥 '), entity('italic', '.')], '🔥 .'],
    ['a text link', [entity('text_link', 'тут', { href: 'https://a.ru/б?x=1' })], '[тут](https://a.ru/б?x=1)'],
    [
      'a split text link',
      [entity('text_link', 'а', { href: 'https://a.ru' }), entity('text_link', ' б', { href: 'https://a.ru' })],
      '[а б](https://a.ru)',
    ],
    ['a label with brackets', [entity('text_link', '[а]\nб', { href: 'https://a.ru' })], '[(а) б](https://a.ru)'],
    ['a label of nothing', [entity('text_link', '\u200b', { href: 'https://a.ru' })], '\u200b'],
    ['a dangerous link', [entity('text_link', 'тут', { href: 'javascript:alert(1)' })], 'тут'],
  ];
  for (const [name, text, markdown] of cases)
    it(`writes ${name}`, () => {
      expect(entityMarkdown(text)).to.equal(markdown);
    });
});
