import type { Channel } from '#etalon/domain/dataset/channel.js';
import { summariseDay } from '#etalon/domain/dataset/digest/summarise-day.js';
import type { Post } from '#etalon/domain/dataset/post.js';
import type { CalendarDay } from '#etalon/domain/time/calendar-day.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';

const tools = new RussianTextTools();

/** A post that is its text. */
export function postOf(text: string): Post {
  return { title: '', summary: '', text };
}

/** The digest of an invented channel's day. */
export function digestOf(...posts: readonly (string | Post)[]): string {
  return summariseDay(
    {
      channel: '@tikhaya_gavan' as Channel,
      day: '2024-11-04' as CalendarDay,
      posts: posts.map((post) => (typeof post === 'string' ? postOf(post) : post)),
    },
    (word) => tools.stem(word),
  );
}

/** The bullets of a digest without their dash. */
export function bulletsOf(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2));
}

/** An ordinary day of an invented town channel. */
export const ORDINARY_DAY = [
  '🌉 **В Тихой Гавани открыли пешеходный мост через реку Светлую**\n\nДлина моста составила 240 метров. Его строили два года и потратили 310 млн руб. По словам мэра, по мосту будут ходить до 5 тысяч человек в день.\n\n[Подписаться на канал](https://t.me/x)',
  'Библиотека им. Н. В. Гоголя с понедельника работает до 22 часов. Читатели просили об этом с весны. Выдача книг на дом не изменится.\n\n[Подписаться на канал](https://t.me/x)',
  '❗️ На новом пешеходном мосту через реку Светлую в первый же день насчитали 7 тысяч прохожих. Администрация поставила дополнительные урны.\n\n[Подписаться на канал](https://t.me/x)',
  'Как вам погода? 😅\n\n[Подписаться на канал](https://t.me/x)',
  'Учёные из Института озёр нашли в заливе неизвестный вид ракушек. Раковина светится в темноте зелёным светом. Образцы отправили в музей: их покажут посетителям в декабре.\n\n[Подписаться на канал](https://t.me/x)',
  'Скидка 20 % по промокоду ГАВАНЬ! Переходите по ссылке и заказывайте пиццу.\n\n[Подписаться на канал](https://t.me/x)',
  'Он вернулся…\n\n[Подписаться на канал](https://t.me/x)',
  'Трамвай № 5 временно изменит маршрут из-за ремонта путей на Садовой улице. Вагоны пойдут через площадь Мира до 20 ноября.\n\n[Подписаться на канал](https://t.me/x)',
  'В городском парке высадили 120 лип и клёнов. Деревья привезли из питомника в Сосновке.\n\n[Подписаться на канал](https://t.me/x)',
];
