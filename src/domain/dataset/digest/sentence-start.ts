import { wordsOf } from '../../text/words.js';

/** Words that point back to an earlier sentence when they open one. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    'а и но или зато однако также тоже там тогда туда оттуда здесь тут поэтому потому причем притом впрочем затем потом ' +
    'далее например итак ведь наконец напротив кстати вот так еще второй вторая второе третий другой другая другое ' +
    'другие остальные остальным сама само сами оба обе плюс правда увы следовательно значит собственно короче иначе ' +
    'отсюда оказалось оказывается напомним отметим добавим заметим уточним вообще зачем почему сначала раньше ранее ' +
    'теперь дальше причиной причина соответственно наоборот аналогично позже позднее вскоре параллельно же который ' +
    'которая которые которое было следующий следующая следующее следующие следующими тех того тому тем'
  ).split(' '),
);

/** Pronouns that need an antecedent wherever they stand near the start. */
const POINTERS: ReadonlySet<string> = new Set(
  (
    'он она оно они его ее их ему ей им ним ней них него нее нем ими этот эта это эти этого этой этом этому этих этим эту ' +
    'такой такая такое такие такого таких таким такую тот та те данный данная данное ' +
    'данного данной данном'
  ).split(' '),
);
const OPENING_PHRASE =
  /^(?:все из-за|все остальн[а-я]+|все дело|все потому|к слову|к счастью|к сожалению|к тому же|тем временем|тем не менее|между тем|кроме того|при этом|в итоге|в результате|в частности|в целом|в общем|на самом деле|с другой стороны|с одной стороны|то есть|по сути|по словам (?:ученых|исследователей|авторов|создателей|разработчиков|автора)|один из|одна из|все это|все они|на этом|после чего|на фото|на видео|на кадрах|на снимке|в ролике|в статье|в посте|в материале|в видео)(?:[\s,]|$)/u;
/** "Сюжет: …", "Для кого: …" inside a post name a part of it. */
const LABELLED = /^\p{L}+(?: \p{L}+)?: /u;
const NEAR = 4;
/** Pronouns that point at the day of writing and not at a word before. */
const OF_NOW =
  /(?:на|в|к|с|до|за|по|из)? ?(?:этой|этом|эту|этот|этого|это)(?= (?:недел|год|месяц|день|дня|утр|вечер|ноч|зим|весн|лет|осен|раз|сезон|выходн|понедельник|вторник|сред|четверг|пятниц|суббот|воскресень))/gu;
/** "им. Гоголя" is no pronoun. */
const NAMED_AFTER = /(?<!\p{L})им\. ?/gu;
/** Openers that need something before them even in the first sentence of a post. */
const NEVER_FIRST: ReadonlySet<string> = new Set(
  'а и но или зато однако также тоже там тогда туда оттуда поэтому потому причем притом потом итак вот так который'.split(
    ' ',
  ),
);

/**
 * Says whether a sentence leans on what came before it, so that alone it leaves the reader asking "who?" or "what?".
 *
 * @param isFirst whether it opens its post: then "now", "one more" and the like lean on nothing.
 */
export function isDangling(sentence: string, isFirst = false): boolean {
  const start = sentence.slice(0, 80).toLowerCase().replaceAll('ё', 'е').replace(OF_NOW, ' ').replace(NAMED_AFTER, ' ');
  const words = wordsOf(start, NEAR);
  if ((isFirst ? NEVER_FIRST : OPENERS).has(words[0] ?? '')) return true;
  if (words.some((word) => POINTERS.has(word))) return true;
  return OPENING_PHRASE.test(start) || (!isFirst && LABELLED.test(start));
}

/** Says whether a sentence opens with a word of conversation, out of place right after a headline. */
export function opensLikeTalk(sentence: string): boolean {
  return OPENERS.has(wordsOf(sentence.slice(0, 80), 1)[0] ?? '');
}
