import type { PluralForms } from '../../text/russian-plural.js';

/** A slot of the grammar: a number between two bounds with its noun. */
export interface TemplateNumber {
  readonly low: number;
  readonly high: number;
  readonly noun: PluralForms;
}

/** A kind of post that can be made without any source: headlines, leads, and sentences that may follow. */
export interface PostTemplate {
  readonly titles: readonly string[];
  readonly leads: readonly string[];
  readonly details: readonly string[];
  /** `{0}`, `{1}` … in the texts above. */
  readonly numbers: readonly TemplateNumber[];
}

const READERS: PluralForms = ['читатель', 'читателя', 'читателей'];
const QUESTIONS: PluralForms = ['вопрос', 'вопроса', 'вопросов'];
const DAYS: PluralForms = ['день', 'дня', 'дней'];
const MINUTES: PluralForms = ['минута', 'минуты', 'минут'];
/** After a preposition that asks for the genitive. */
const OF_MINUTES: PluralForms = ['минуты', 'минут', 'минут'];
const PERCENT: PluralForms = ['процент', 'процента', 'процентов'];
const MATERIALS: PluralForms = ['материал', 'материала', 'материалов'];
const LETTERS: PluralForms = ['письмо', 'письма', 'писем'];
const TOPICS: PluralForms = ['тема', 'темы', 'тем'];

const number = (low: number, high: number, noun: PluralForms): TemplateNumber => ({ low, high, noun });

/**
 * A small grammar of notes that a channel's editors could publish on any day. Nothing in it is news of the world: it
 * fills days about which nothing is known without inventing facts about real places and people. `{channel}` and
 * `{date}` stand for the channel's handle and the day.
 */
export const POST_TEMPLATES: readonly PostTemplate[] = [
  {
    titles: ['Итоги опроса читателей за {date}', 'Что читатели рассказали о канале'],
    leads: ['Редакция канала {channel} подвела итоги опроса, который провели {date}.'],
    details: [
      'За короткие новости высказались {0}, остальные просят подробных разборов.',
      'Чаще всего в ответах хвалили ясный язык и ругали длинные заголовки.',
      'Следующий опрос проведут через {1}.',
      'Каждый ответ прочли вручную, повторы объединили.',
    ],
    numbers: [number(42, 78, PERCENT), number(7, 30, DAYS)],
  },
  {
    titles: ['Вопросы и ответы недели', 'Редакция отвечает на вопросы читателей'],
    leads: ['За неделю до {date} редакция получила {0} и подготовила ответы на самые частые.'],
    details: [
      'Больше всего спрашивали о том, как отбираются темы.',
      'На подготовку одного ответа уходит около получаса.',
      'Ответы на остальные письма появятся в ближайшие {1}.',
      'Повторяющиеся вопросы собраны в отдельный список.',
    ],
    numbers: [number(12, 60, QUESTIONS), number(5, 9, DAYS)],
  },
  {
    titles: ['Что почитать в архиве канала', 'Подборка из архива за {date}'],
    leads: ['Редакция перечитала архив и выбрала {0}, которые не устарели.'],
    details: [
      'Прочесть всю подборку можно за {1}.',
      'Материалы расположены от простых к сложным.',
      'К старым заметкам добавлены пояснения о том, что изменилось с тех пор.',
      'Подборку будут обновлять раз в месяц.',
    ],
    numbers: [number(5, 12, MATERIALS), number(20, 55, MINUTES)],
  },
  {
    titles: ['План публикаций на ближайшие дни', 'О чём канал напишет дальше'],
    leads: ['В плане канала {channel}, который составили {date}, записаны {0}.'],
    details: [
      'Порядок может измениться, если появятся срочные новости.',
      'Две темы предложили сами читатели.',
      'На каждую публикацию отведено не меньше одного рабочего дня.',
      'Черновики проверяют два человека, прежде чем они попадут в ленту.',
    ],
    numbers: [number(5, 14, TOPICS)],
  },
  {
    titles: ['Почта редакции: о чём пишут читатели', 'Редакция разобрала почту'],
    leads: ['К {date} в редакцию пришли {0}, и на все обещают ответить.'],
    details: [
      'Треть отправителей указала на опечатки, их уже исправили.',
      'Самое длинное письмо заняло четыре страницы.',
      'Средний срок ответа составляет {1}.',
      'Несколько предложений войдут в план на следующий месяц.',
    ],
    numbers: [number(15, 80, LETTERS), number(2, 6, DAYS)],
  },
  {
    titles: ['Как устроена проверка фактов в канале', 'Памятка о проверке фактов'],
    leads: ['Редакция напомнила {date}, по каким правилам в канале проверяют сообщения.'],
    details: [
      'Каждую цифру сверяют с первоисточником.',
      'Если источник один, в тексте об этом говорят прямо.',
      'Ошибки исправляют в течение {0} и отмечают правку внизу записи.',
      'Заголовок пишут последним, когда текст уже готов.',
    ],
    numbers: [number(25, 50, OF_MINUTES)],
  },
  {
    titles: ['Встреча с читателями: короткий отчёт', 'Читатели встретились с редакцией'],
    leads: ['На встречу, о которой канал {channel} рассказал {date}, пришли {0}.'],
    details: [
      'Разговор продолжался около двух часов.',
      'Участники предложили чаще объяснять сложные слова.',
      'Запись встречи обещают выложить через {1}.',
      'Отдельно обсудили, каким должен быть вечерний выпуск.',
    ],
    numbers: [number(22, 90, READERS), number(2, 6, DAYS)],
  },
];
