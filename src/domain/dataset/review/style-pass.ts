import { isRussianHeading } from '../../text/russian-heading.js';
import { counted } from '../../text/russian-plural.js';
import { wordsOf } from '../../text/words.js';
import type { ContentStems } from './content-stems.js';
import type { Remark } from './pass-result.js';
import { quoted } from './quoted.js';
import type { SummaryOutline, SummarySentence } from './summary-outline.js';

/** What the style pass found. */
export interface StyleOutcome {
  readonly summary: string;
  readonly remarks: readonly Remark[];
}

const LONGEST_SENTENCE = 30;
const REPEATS = 3;
/** Shorter words may well come often. */
const REPEATED_LENGTH = 5;
const LINK = /(?:https?:\/\/|www\.|t\.me\/)[^\s)]+/giu;
const EMOJI = /\p{Extended_Pictographic}/gu;
const WHOLE = /[.!?…][»"“)\]]*$/u;

/** Looks at form alone: headings, length, repetition, links, emoji, sentences without an end. */
export function stylePass(outline: SummaryOutline, stems: ContentStems): StyleOutcome {
  const remarks = [
    ...emptiness(outline),
    ...headings(outline),
    ...repeatedSentences(outline.sentences),
    ...outline.sentences.flatMap((sentence) => sentenceRemarks(sentence, stems)),
    ...noise(outline.markdown),
  ];
  return { summary: `${extent(outline)} ${verdict(remarks.length)}`, remarks };
}

/** What was looked at: the synthesis states it, so a pass has to. */
function extent({ sentences, headings: found }: SummaryOutline): string {
  return `Просмотрено предложений: ${sentences.length}, заголовков: ${found.length}.`;
}

function verdict(remarks: number): string {
  return remarks === 0
    ? 'Замечаний нет: заголовки на месте, предложения законченные и не слишком длинные.'
    : `Замечаний к форме: ${remarks}.`;
}

function emptiness({ sentences }: SummaryOutline): readonly Remark[] {
  if (sentences.length > 0) return [];
  return [
    {
      title: 'Дайджест пуст',
      description: 'В дайджесте нет ни одного предложения.',
      advice: 'Напишите текст дайджеста.',
    },
  ];
}

const NO_HEADINGS: Remark = {
  title: 'Нет заголовков',
  description: 'Дайджест не разбит на части: в нём нет ни одного заголовка.',
  advice: 'Разбейте дайджест на части с русскими заголовками.',
};

function headings({ headings: found }: SummaryOutline): readonly Remark[] {
  if (found.length === 0) return [NO_HEADINGS];
  return found
    .filter((heading) => !isRussianHeading(heading))
    .map((heading) => ({
      title: `Заголовок ${quoted(heading)} не на русском языке`,
      description: `В заголовке ${quoted(heading)} нет ни одного русского слова.`,
      advice: 'Переведите заголовки на русский язык.',
    }));
}

function repeatedSentences(sentences: readonly SummarySentence[]): readonly Remark[] {
  const seen = new Set<string>();
  return sentences.flatMap(({ text }) => {
    const key = wordsOf(text).join(' ');
    const isRepeated = seen.has(key);
    seen.add(key);
    if (!isRepeated) return [];
    const description = `Предложение ${quoted(text)} встречается в дайджесте не в первый раз.`;
    return [{ title: `Повтор: ${quoted(text)}`, description, advice: 'Уберите повторы предложений.' }];
  });
}

function sentenceRemarks(sentence: SummarySentence, stems: ContentStems): readonly Remark[] {
  return [...tooLong(sentence.text), ...repeatedWords(sentence.text, stems), ...unfinished(sentence)];
}

function tooLong(text: string): readonly Remark[] {
  const length = wordsOf(text).length;
  if (length <= LONGEST_SENTENCE) return [];
  return [
    {
      title: `Длинное предложение: ${quoted(text)}`,
      description: `В предложении ${counted(length, ['слово', 'слова', 'слов'])}, читать его трудно.`,
      advice: `Разделите предложения длиннее ${LONGEST_SENTENCE} слов.`,
    },
  ];
}

function repeatedWords(text: string, stems: ContentStems): readonly Remark[] {
  const words = new Map<string, { readonly word: string; readonly count: number }>();
  for (const word of wordsOf(text).filter(({ length }) => length >= REPEATED_LENGTH)) {
    const stem = stems(word)[0] ?? word;
    const known = words.get(stem);
    words.set(stem, { word: known?.word ?? word, count: (known?.count ?? 0) + 1 });
  }
  return [...words.values()]
    .filter(({ count }) => count >= REPEATS)
    .map(({ word, count }) => ({
      title: `Слово ${quoted(word)} повторяется`,
      description: `В предложении ${quoted(text)} это слово стоит ${counted(count, ['раз', 'раза', 'раз'])}.`,
      advice: 'Замените повторяющиеся слова.',
    }));
}

/** A headline in bold needs no full stop. */
function unfinished({ text, isHeadline }: SummarySentence): readonly Remark[] {
  if (isHeadline || WHOLE.test(text)) return [];
  return [
    {
      title: `Незаконченное предложение: ${quoted(text)}`,
      description: `Строка ${quoted(text)} не заканчивается знаком препинания.`,
      advice: 'Допишите незаконченные предложения.',
    },
  ];
}

function noise(markdown: string): readonly Remark[] {
  const links = markdown.match(LINK) ?? [];
  const emoji = markdown.match(EMOJI) ?? [];
  return [
    ...noiseRemark('Ссылки', links, 'Уберите ссылки из текста дайджеста.'),
    ...noiseRemark('Эмодзи', emoji, 'Уберите эмодзи из текста дайджеста.'),
  ];
}

function noiseRemark(what: string, [first, ...others]: readonly string[], advice: string): readonly Remark[] {
  if (first === undefined) return [];
  const description = `Всего в дайджесте: ${others.length + 1}, начиная с ${first}`;
  return [{ title: `${what} в тексте`, description, advice }];
}
