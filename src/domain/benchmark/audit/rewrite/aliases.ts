import { wordReplacer } from './replace-words.js';

/** Names in Latin letters and as Russian texts write them; in Latin they have no case, so they take the nominative. */
const SPELLINGS = `
Google Гугл
Apple Эппл
YouTube Ютуб
Telegram Телеграм
Microsoft Майкрософт
Samsung Самсунг
Steam Стим
Netflix Нетфликс
Amazon Амазон
Sony Сони
Intel Интел
Windows Виндоус
Android Андроид
iPhone Айфон
Tesla Тесла
WhatsApp Ватсап
Twitch Твич
Linux Линукс
Discord Дискорд
TikTok Тикток
NASA НАСА
Spotify Спотифай
Minecraft Майнкрафт
Fortnite Фортнайт
Nvidia Нвидиа
NVIDIA Нвидиа
Toyota Тойота
Honda Хонда
Huawei Хуавей
Xiaomi Сяоми
Instagram Инстаграм
Facebook Фейсбук
Bluetooth Блютуз
Habr Хабр
`;

/** Abbreviations and what they stand for, in the case that the words around them ask for. */
const ABBREVIATIONS = `
из США > из Соединённых Штатов
власти США > власти Соединённых Штатов
президент США > президент Соединённых Штатов
жители США > жители Соединённых Штатов
выборов в США > выборов в Соединённых Штатах
России > РФ
в РФ > в России
из РФ > из России
граждан РФ > граждан России
в ЕС > в Евросоюзе
из ЕС > из Евросоюза
СМИ > средства массовой информации
в МЧС > в Министерстве по чрезвычайным ситуациям
в МВД > в Министерстве внутренних дел
в МИД > в Министерстве иностранных дел
в Минфине > в Министерстве финансов
в Минздраве > в Министерстве здравоохранения
в результате ДТП > в результате аварии
попали в ДТП > попали в аварию
попал в ДТП > попал в аварию
Госдума > Государственная дума
Госдумы > Государственной думы
Госдуму > Государственную думу
Госдуме > Государственной думе
Госдумой > Государственной думой
зампред > заместитель председателя
зампреда > заместителя председателя
зампредом > заместителем председателя
с помощью ИИ > с помощью искусственного интеллекта
на базе ИИ > на базе искусственного интеллекта
на ПК > на компьютерах
для ПК > для компьютеров
в Петербурге > в Санкт-Петербурге
из Петербурга > из Санкт-Петербурга
в Питере > в Санкт-Петербурге
сообщили СМИ > сообщили средства массовой информации
учёные МГУ > учёные Московского университета
генсек НАТО > генсек Североатлантического альянса
стран НАТО > стран Североатлантического альянса
`;

const spellings = SPELLINGS.trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string]);
const abbreviations = ABBREVIATIONS.trim()
  .split('\n')
  .map((line) => line.split(' > ') as [string, string]);

const expand = wordReplacer(abbreviations);
/** Beside another Latin word or a number it is a part of a longer name. */
const ALONE = new RegExp(
  `(?<![A-Za-z\\d.+&-] ?|[\\p{L}\\d/@._«"])(?:${spellings.map(([latin]) => latin).join('|')})(?![ -]?[A-Za-z\\d]|[\\p{L}/_]|\\.\\p{L})`,
  'gu',
);
const cyrillic = new Map(spellings);

/** Writes names in Russian letters and abbreviations in full, or the other way. */
export function rewriteAliases(text: string): string {
  return expand(text).replace(ALONE, (name) => cyrillic.get(name) ?? name);
}
