/** Advertising of goods that do not exist, with the marks that real advertising carries. */
export const advertisements = [
  'Скидка {20-50/5} процентов на тёплые окна «Лучинский Свет»! Замер бесплатно, монтаж за один день.\n\nРеклама. ООО «Лучинский Свет». erid: {erid}',
  '🔥 Курсы переподготовки «Вторая Смена»: профессия за {4-9 месяц|месяца|месяцев} и помощь с поиском работы. Промокод {promo} даёт скидку {10-30/5} процентов.\n\nРеклама. АНО «Вторая Смена». erid: {erid}',
  'Карта «Рябина» — кешбэк до {5-15} процентов в кафе и аптеках. Оформите за пять минут, обслуживание бесплатно.\n\n#реклама ООО «Рябина Платежи», erid: {erid}',
  'Только до {+3-8}: квартиры у воды в жилом комплексе «Тихий Берег» с первоначальным взносом {10-20/5} процентов. Звоните!\n\nРеклама. Застройщик ООО «Тихий Берег». Проектная декларация на сайте. erid: {erid}',
  '🎁 Розыгрыш! Подпишитесь на канал «Лучшие скидки Лучинска» и выиграйте электросамокат. Итоги {+4-9}.\n\nРеклама. ИП «Скидки Лучинска». erid: {erid}',
  'Доставка пирогов «Печка»: второй пирог в подарок по промокоду {promo}. Привезём за {40-60/5} минут.\n\nРеклама. ООО «Печка». erid: {erid}',
];

export const polls = [
  ['Как вы добираетесь на работу?', ['Пешком', 'На автобусе', 'На машине', 'Работаю дома']],
  ['Какой материал вам интереснее?', ['Длинный разбор', 'Короткая новость', 'Подборка ссылок']],
  ['Пользуетесь ли вы тёмной темой?', ['Да', 'Нет', 'Только ночью']],
  ['Ждёте ли вы снега?', ['Очень', 'Не очень', 'Он уже надоел']],
  ['Сколько книг вы прочли за месяц?', ['Ни одной', 'Одну-две', 'Больше двух']],
];

/** An English day: what happens when a channel's guests write. */
export const english = [
  'Our guests from the north write today in English.\n\nA small team from Sineborsk has released an open-source tool that draws maps of old rivers. It reads sonar logs, removes noise and exports vector files. The authors say that a lake of 40 square kilometres takes about nine minutes on a laptop.',
  'A cooperative of lighthouse keepers switched its weather stations to solar power. Each station sends 96 measurements a day over a long-range radio link. The batteries are expected to last eight years.',
  'The annual survey of hobby satellite builders is out. Of the 212 teams that answered, almost half reuse parts from old phones. The most common cause of failure is still a cold solder joint.',
  'A new keyboard layout for bilingual typists keeps punctuation in the same place in both alphabets. After two weeks of practice the testers made a third fewer mistakes.',
  'Engineers in Dalneozersk measured how much heat a small server room gives to a greenhouse. The tomatoes ripened eleven days earlier, and the electricity bill did not change.',
];

/** What channels put before a post that repeats an earlier one. */
export const repeats = ['⚡️ Обновлено: ', 'Напоминаем: ', '❗️ ', 'Повторим для тех, кто пропустил. '];

/** Posts that are nearly nothing. */
export const scraps = ['Доброе утро! ☀️', 'Хороших выходных 💛', 'Всем спокойной ночи 🌙', 'Как вам погода? 🌨'];

export const emoji = ['⚡️', '🔥', '📌', '🚋', '🌲', '💡', '🧪', '📈', '🗓', '❄️', '🏙', '👀'];
