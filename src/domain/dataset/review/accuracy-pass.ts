import type { ContentStems } from './content-stems.js';
import { datesOf, namesOf, numbersOf } from './facts.js';
import type { Remark } from './pass-result.js';
import type { PostIndex } from './post-index.js';
import { quoted } from './quoted.js';
import type { DigestTrace, TracedSentence } from './trace-digest.js';

/** What the accuracy pass found. */
export interface AccuracyOutcome {
  /** Sentences that say enough to be compared. */
  readonly compared: number;
  readonly supported: number;
  readonly summary: string;
  readonly remarks: readonly Remark[];
}

/** Kinds of figures, in the order in which they are read from posts. */
const FIGURES = [
  { named: 'число', missing: 'которого нет' },
  { named: 'дата', missing: 'которой нет' },
] as const;
const CHECK_SENTENCE = 'Сверьте неподтверждённые предложения с постами дня или уберите их.';
const CHECK_FACTS = 'Сверьте числа и даты с исходными постами.';
const CHECK_NAMES = 'Проверьте написание имён и названий по исходным постам.';

/** Looks for sentences, numbers, dates and names of the summary that no post supports. */
export function accuracyPass(
  index: PostIndex,
  { sentences }: DigestTrace,
  stems: ContentStems,
  ownDate: string | undefined,
): AccuracyOutcome {
  const facts = sourceFacts(index, ownDate);
  const remarks = sentences.flatMap((sentence) => [
    ...unsupported(sentence),
    ...unknownFacts(sentence, facts),
    ...unknownNames(sentence, index, stems),
  ]);
  const [compared, supported] = [counted(sentences, true) + counted(sentences, false), counted(sentences, true)];
  return { compared, supported, summary: summaryOf(compared, supported, remarks.length), remarks };
}

function counted(sentences: readonly TracedSentence[], supported: boolean): number {
  return sentences.filter((sentence) => sentence.supported === supported).length;
}

function summaryOf(compared: number, supported: number, remarks: number): string {
  if (compared === 0) return 'Проверять нечего: в дайджесте нет содержательных предложений.';
  const counts = `постами подтверждено предложений: ${supported} из ${compared}`;
  return remarks === 0 ? `Замечаний нет: ${counts}.` : `По итогам сверки ${counts}. Замечаний: ${remarks}.`;
}

function unsupported({ text, supported }: TracedSentence): readonly Remark[] {
  if (supported !== false) return [];
  return [
    {
      title: `Предложение ${quoted(text)} не подтверждено`,
      description: 'Ни в одном посте дня нет и половины его значимых слов.',
      advice: CHECK_SENTENCE,
    },
  ];
}

type FactsOf = (place: number) => readonly [numbers: ReadonlySet<string>, dates: ReadonlySet<string>];

/** The figures of posts, read when a sentence first points to them. */
function sourceFacts(index: PostIndex, ownDate: string | undefined): FactsOf {
  const known = new Map<number, ReturnType<FactsOf>>();
  return (place) => {
    const found = known.get(place);
    if (found !== undefined) return found;
    const text = index.posts[place]?.text ?? '';
    const own = ownDate === undefined ? [] : [ownDate];
    const facts = [new Set(numbersOf(text)), new Set([...datesOf(text), ...own])] as const;
    known.set(place, facts);
    return facts;
  };
}

function unknownFacts({ text, sources }: TracedSentence, factsOf: FactsOf): readonly Remark[] {
  const facts = sources.map(factsOf);
  if (facts.length === 0) return [];
  const [numbers, dates] = [numbersOf(text), datesOf(text)];
  return FIGURES.flatMap(({ named, missing }, kind) =>
    [...new Set(kind === 0 ? numbers : dates)]
      .filter((value) => !facts.some((known) => known[kind]?.has(value)))
      .map((value) => ({
        title: `Не подтверждено: ${named} ${value}`,
        description: `В предложении ${quoted(text)} стоит ${named} ${value}, ${missing} в постах об этом событии.`,
        advice: CHECK_FACTS,
      })),
  );
}

function unknownNames({ text, supported }: TracedSentence, index: PostIndex, stems: ContentStems): readonly Remark[] {
  if (supported === false) return [];
  return [...new Set(namesOf(text))]
    .filter((name) => stems(name).some((stem) => !index.knows(stem)))
    .map((name) => ({
      title: `Имя ${quoted(name)} не встречается в постах`,
      description: `В предложении ${quoted(text)} названо имя ${quoted(name)}, которого нет ни в одном посте дня.`,
      advice: CHECK_NAMES,
    }));
}
