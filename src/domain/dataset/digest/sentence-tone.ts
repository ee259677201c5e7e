const OWN_DOINGS =
  /^[«"(]*(?!затем|путем|объем|прием|режим|крым|рим)\p{L}+(?:[аяеиоу]ем|[дзлмпрстчо]им|вспомним|сравним|объясним|[а-я]ём)(?:ся)?(?=[\s,.!]|$)/iu;
const CALL_FIRST = /^[«"(]*\p{L}+(?:йте|ите|ьте)(?:сь)?(?:-ка)?(?=[\s,.!]|$)/u;
const CALL =
  /подпи(?:шись|шитесь|сыва|саться)|ссылк[аеиу](?![а-я])|промокод|комментари(?:ях|и)(?![а-я])|в комментах|листай|переходи|регистр(?:ируй|ация по)|розыгрыш|чита(?:ть|йте) (?:далее|полностью|подробн)|подробн(?:ее|ости) (?:тут|здесь|о|в|по|на|читай)|наш(?:ем|его)? (?:канал|чат|бот|сайт|подписчик)|(?:^|\s)(?:тут|здесь|сюда|тык|тыц)[.!]?$|реклам[аы] ?[.:]|erid|репост|ставь(?:те)? |делитесь|поделитесь|расскажите|пишите|(?<![а-я])донат|присылай|прислать новость|больше новостей|добавляйте|не пропусти|успей|в закреп|на нашем|на нашей|для подписчиков|приглаша(?:ем|ю)|дарим|(?<![а-я])(?:лови|держи|хватай|забирай|запускай|качай|готовься)(?:те|тесь)?(?![а-я])|разыгр|выигра(?:й|ть|йте)|(?:^|\s)давай(?:те)? /iu;
const SECOND_PERSON = /(?<![\p{L}])(?:вы|вас|вам|вами|ваш\p{L}*|ты|тебя|тебе|тобой|тво[йяеи]\p{L}*)(?![\p{L}])/iu;
const FIRST_PERSON = /(?<![\p{L}])(?:я|мне|меня|мной|мо[йяеи]\p{L}{0,2}|мы|нам|нас|нами|наш\p{L}{0,3})(?![\p{L}])/iu;
const AUTHOR = /(?<![\p{L}])(?:я|мне|меня|мной)(?![\p{L}])/iu;
const CREDIT = /^(?:фото|видео|источник|автор|текст|иллюстрация|кадр|цитата|скриншот|изображение)\p{L}*\s*[:—]/iu;

/** Says whether a sentence serves the channel and not the reader: a call, a sign-off, a credit. */
export function isSolicitation(sentence: string): boolean {
  return CALL_FIRST.test(sentence) || CALL.test(sentence) || CREDIT.test(sentence);
}

/** How little like news a sentence sounds, 0…1: it talks to the reader, of its author, or shouts. */
export function chattiness(sentence: string): number {
  const tones = [SECOND_PERSON, FIRST_PERSON, AUTHOR].filter((tone) => tone.test(sentence)).length;
  return Math.min(1, tones * 0.4 + (OWN_DOINGS.test(sentence) ? 0.5 : 0) + (sentence.endsWith('!') ? 0.2 : 0));
}
