import { expect } from 'chai';
import { safeHref } from '#etalon/infrastructure/telegram/safe-href.js';

describe('safeHref', () => {
  it('keeps web and Telegram addresses', () => {
    for (const href of ['https://a.ru/x?y=1#z', 'http://a.ru', 'HTTPS://A.RU', 'tg://resolve?domain=abc'])
      expect(safeHref(href)).to.equal(href);
    expect(safeHref(' https://a.ru ')).to.equal('https://a.ru');
  });

  it('refuses everything else', () => {
    const others = ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', '/a', '', 'https://', undefined, 5];
    for (const href of others) expect(safeHref(href), String(href)).to.equal(undefined);
    expect(safeHref(`https://a.ru/${'a'.repeat(5000)}`)).to.equal(undefined);
  });

  it('encodes what would end the link or hide in it', () => {
    expect(safeHref('https://a.ru/(b) <c>"`\\\u202e')).to.equal('https://a.ru/%28b%29%20%3Cc%3E%22%60%5C%E2%80%AE');
  });
});
