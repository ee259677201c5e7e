import { expect } from 'chai';
import { advertisingSigns, isAdvertising } from '#etalon/domain/dataset/posts/advertising.js';

describe('advertising', () => {
  const advertising: readonly (readonly [string, string, string])[] = [
    ['a token in a link', 'Кешбэк [тут](https://a.ru/?x=1&erid=2VtzqvFwQJy)', 'token'],
    ['a token in the text', 'Скидки. Erid: 2RanynRUbNY', 'token'],
    ['the notice of the law', 'Скидки!\n\nРеклама. ООО «Ромашка», ИНН 7701234567', 'notice'],
    ['the notice in italics', '_Реклама ООО "Ромашка" ИНН 5405276278_', 'notice'],
    ['a named advertiser', 'Скидки\nРекламодатель: ИП Иванов', 'notice'],
    ['a link to the notice', 'Скидки\n[Реклама](https://telegra.ph/Informaciya-11-06)', 'notice'],
    ['a link about the advertiser', 'Скидки, [о рекламодателе](https://a.ru)', 'notice'],
    ['a hashtag, even as a sign-off', 'Лучшие кафе города\n\n#реклама', 'hashtag'],
    ['a partner hashtag', 'Лучшие кафе #партнёрский города', 'hashtag'],
    ['rights of advertising', 'Статья на правах рекламы', 'label'],
    ['a label line', 'Реклама\nЛучшие кафе', 'label'],
    ['a partner post', 'Партнёрский материал\nЛучшие кафе', 'label'],
    ['advertising for sale', 'У нас можно купить рекламу, пишите @manager_x', 'label'],
    ['a promo code', 'Билеты дешевле по промокоду ТЕАТР', 'promo_code'],
    ['a promo code in marks', '_Скидка 20% по промокоду_ `МОСКВА`', 'promo_code'],
    ['a promo code to enter', 'Введите промокод **SALE2024** на сайте', 'promo_code'],
    ['a giveaway', 'Мы дарим телефон! Для участия подпишитесь на канал', 'giveaway'],
    ['the end of a giveaway', 'Напоминаем про актуальный розыгрыш телефона', 'giveaway'],
    [
      'an invitation to a channel',
      'Подписывайтесь на [наш канал о кафе](https://t.me/+abcDEF123) и ешьте вкусно каждый день недели',
      'channel_promotion',
    ],
    [
      'a list of channels',
      '[Кафе](https://t.me/+abcDEF1) — вкусно\n[Парки](https://t.me/+abcDEF2) — зелено\n[Музеи](https://t.me/+abcDEF3) — интересно, и это далеко не всё из города',
      'channel_promotion',
    ],
    [
      'a folder of channels',
      'Лучшие каналы города в одной папке, добавляйте все сразу и читайте: https://t.me/addlist/abcDEF123 каждый день',
      'channel_promotion',
    ],
    ['a bought link', 'Трак [Достависты](https://a.ru/?utm_campaign=tg-seed_post) на улицах', 'paid_link'],
    ['a counted link with a call', 'Регистрируйся [тут](https://a.ru/?utm_medium=fix)', 'call_to_action'],
    ['a short link with a call', 'Скачать игру: https://bit.ly/ABI_108', 'call_to_action'],
    ['a counted link with an offer', 'Телефон [дешевле](https://a.ru/?pub_id=7), количество ограничено', 'offer'],
  ];
  for (const [name, text, sign] of advertising)
    it(`sees ${name}`, () => {
      expect(advertisingSigns(text), text).to.include(sign);
      expect(isAdvertising(text)).to.equal(true);
    });

  const news: readonly string[] = [
    'Госдума приняла закон о рекламе: реклама в Telegram-каналах с иностранными владельцами запрещена.',
    'ФАС оштрафовала блогера за рекламу без маркировки erid. Штраф составил 100 тысяч рублей.',
    'Рынок рекламы вырос на 20 процентов, сообщила Ассоциация коммуникационных агентств.',
    'Реклама на YouTube пропала у россиян. ООО «Гугл» признали банкротом.',
    'Появились новые промокоды для Genshin Impact:\n— `6ALMWAVKLK35` - 100 камней',
    'Для Forza Horizon 4 выпустили скидку 80%. Забираем [здесь.](https://store.steampowered.com/app/1/)',
    'Сборная не смогла принять участие в плей-офф и пропустила два розыгрыша Лиги наций.',
    'Финал розыгрыша Кубка России пройдёт в июне, для участия клубам нужно подать заявку.',
    'Магазин запустил рассрочку, [сообщает](https://vc.ru/?utm_source=telegram_habr) издание.',
    'В центре города перекрыли движение. Подробности [в канале](https://t.me/dtp) ГИБДД.',
    'Курс доллара превысил 103 рубля.',
    'Компания «Селектел» рассказала, как купить сервер дешевле.',
    '',
  ];
  for (const text of news)
    it(`leaves news alone: ${text.slice(0, 50)}`, () => {
      expect(advertisingSigns(text)).to.deep.equal([]);
    });

  it('does not hold the sign-off of a channel against its news', () => {
    const signOff = '\n\n🕹[Вестник — Подписаться](https://t.me/+6fyKjmOWmW5lYzMy)';
    const contact = '\n\n[Подписаться](https://t.me/+6fyKjmOWmW5lYzMy) | [Реклама](https://t.me/manager)';
    expect(isAdvertising(`В городе открыли новый парк.${signOff}`)).to.equal(false);
    expect(isAdvertising(`В городе открыли новый парк.${contact}`)).to.equal(false);
    expect(isAdvertising('В городе открыли парк.', 'В городе открыли парк.')).to.equal(false);
  });
});
