import { counted, pluralForm } from '../../text/russian-plural.js';
import type { AccuracyOutcome } from './accuracy-pass.js';
import type { CoverageOutcome } from './coverage-pass.js';
import type { StyleOutcome } from './style-pass.js';
import type { SummaryOutline } from './summary-outline.js';

/** What the passes found, for summing up. */
export interface SynthesisInput {
  /** "Дайджест канала … за …". */
  readonly title: string;
  readonly outline: SummaryOutline;
  readonly coverage: CoverageOutcome;
  readonly accuracy: AccuracyOutcome;
  readonly style: StyleOutcome;
}

/** Sums a review up in three or four Russian sentences with counts and what to mend first. */
export function synthesis(input: SynthesisInput): string {
  const { coverage, accuracy, style } = input;
  const counts = [coverage, accuracy, style].map(({ remarks }) => remarks.length) as [number, number, number];
  return [makeUp(input), support(input), remarkCounts(counts), ...firstThingToMend(counts)].join(' ');
}

function makeUp({ title, outline, coverage }: SynthesisInput): string {
  const posts = counted(coverage.posts, ['посту', 'постам', 'постам']);
  const sentences = counted(outline.sentences.length, ['предложение', 'предложения', 'предложений']);
  const headings = outline.headings.length;
  const parts =
    headings === 0 ? 'без заголовков' : `под ${counted(headings, ['заголовком', 'заголовками', 'заголовками'])}`;
  return `${title} составлен по ${posts} и содержит ${sentences} ${parts}.`;
}

function support({ coverage, accuracy }: SynthesisInput): string {
  const posts = pluralForm(coverage.posts, ['поста', 'постов', 'постов']);
  const sentences = pluralForm(accuracy.compared, ['предложения', 'предложений', 'предложений']);
  return (
    `В нём отражено ${coverage.covered} из ${coverage.posts} ${posts}, ` +
    `постами подтверждено ${accuracy.supported} из ${accuracy.compared} ${sentences}.`
  );
}

function remarkCounts([coverage, accuracy, style]: readonly [number, number, number]): string {
  if (coverage + accuracy + style === 0) return 'Замечаний по полноте, точности и стилю нет.';
  return `Замечаний по полноте — ${coverage}, по точности — ${accuracy}, по стилю — ${style}.`;
}

/** A wrong fact weighs more than a missing one, and both more than form. */
function firstThingToMend([coverage, accuracy, style]: readonly [number, number, number]): readonly string[] {
  if (accuracy > 0) return ['В первую очередь стоит сверить с постами то, что не подтвердилось.'];
  if (coverage > 0) return ['В первую очередь стоит дополнить дайджест пропущенными новостями.'];
  return style > 0 ? ['Содержание в порядке, поправить стоит только форму.'] : [];
}
