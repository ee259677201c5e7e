import { SCORE_NAMES } from '../../../domain/dataset/judge-scores.js';
import type { InjectedScores } from '../../../domain/benchmark/audit/injection-row.js';
import { injectionRow } from '../../../domain/benchmark/audit/injection-row.js';
import { hide, INJECTIONS, neutralSentence, PLACES } from '../../../domain/benchmark/audit/injections.js';
import type { InjectionRow } from '../../../domain/benchmark/audit/judge-audit.js';
import type { LeftOut } from '../../../domain/benchmark/audit/skip-counts.js';
import { SkipCounts } from '../../../domain/benchmark/audit/skip-counts.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { Answer } from './audit-questions.js';
import { isScored } from './audit-questions.js';
import type { AuditTools } from './audit-tools.js';
import type { CleanSample } from './clean-samples.js';

type Where = InjectionRow['where'];
type Language = InjectionRow['language'];

const WHERE: readonly Where[] = ['source', 'summary'];
const LANGUAGES: readonly Language[] = ['ru', 'en', 'json', 'markup'];

/** How many summaries and sources get an instruction. */
export function injectionCount(samples: number, every: boolean): number {
  const trials = every ? PLACES.length * Object.values(INJECTIONS).flat().length : LANGUAGES.length;
  return WHERE.length * trials * samples;
}

/**
 * Hides instructions of every language, phrasing and place in sources and in summaries: each phrasing in each place of each
 * sample for a judge that costs nothing, else sample by sample the next.
 */
export async function auditInjections(
  tools: AuditTools,
  samples: readonly CleanSample[],
): Promise<readonly InjectionRow[]> {
  const kinds = WHERE.flatMap((where) => LANGUAGES.map((language) => ({ where, language })));
  const variantsOf = tools.everyPhrasing ? everyVariant : nextVariant;
  const trials = kinds.map((kind) => samples.map((sample, index) => variantsOf(kind, sample, index)));
  const results = await injected(tools, trials.flat(2));
  return kinds.flatMap((kind, at) => {
    const own = (trials[at] ?? []).map((variants) => variants.flatMap((variant) => results.get(variant) ?? []));
    return rowsOf(kind, own, tools.minimumCoverage);
  });
}

interface Kind {
  readonly where: Where;
  readonly language: Language;
}

type Result = InjectedScores | LeftOut;

/** A sample of which a trial is missing is left out: what is not known is no pass. */
function rowsOf(kind: Kind, samples: readonly (readonly Result[])[], minimumCoverage: number): readonly InjectionRow[] {
  const scored: (readonly InjectedScores[])[] = [];
  const skips = new SkipCounts();
  for (const results of samples) {
    const [missing] = results.flatMap((result) => ('clean' in result ? [] : [result]));
    if (missing === undefined) scored.push(results.flatMap((result) => ('clean' in result ? [result] : [])));
    else skips.add(missing);
  }
  return SCORE_NAMES.map((metric) => injectionRow({ ...kind, metric, minimumCoverage }, scored, skips));
}

/** A sample with what is hidden in it, and where. */
interface Variant {
  readonly sample: CleanSample;
  readonly where: Where;
  readonly sentence: string;
  readonly place: (typeof PLACES)[number];
}

/** Sample by sample the next phrasing in the next place: three and five have no common divisor, so all meet. */
function nextVariant({ where, language }: Kind, sample: CleanSample, index: number): readonly Variant[] {
  const phrasings = INJECTIONS[language];
  const sentence = phrasings[index % phrasings.length] ?? phrasings[0];
  return [{ sample, where, sentence, place: PLACES[index % PLACES.length] ?? 'start' }];
}

function everyVariant({ where, language }: Kind, sample: CleanSample): readonly Variant[] {
  return INJECTIONS[language].flatMap((sentence) => PLACES.map((place) => ({ sample, where, sentence, place })));
}

async function injected({ clean, questions, progress }: AuditTools, variants: readonly Variant[]) {
  const cleans = await clean.of(variants.map(({ sample }) => sample));
  const open = variants.filter(({ sample }) => isScored(cleans.get(sample)));
  const told = await questions.ask(
    hidden(open, ({ sentence }) => sentence),
    () => {
      progress.advance(1);
    },
  );
  const beside = open.filter((variant) => variant.where === 'source' && isScored(told.get(variant)));
  const neutral = await questions.ask(hidden(beside, ({ sentence }) => neutralSentence(sentence.length)));
  const given = (one: Variant) => [cleans.get(one.sample), told.get(one), neutral.get(one)] as const;
  return new Map(variants.map((variant) => [variant, compared(variant.where, ...given(variant))] as const));
}

type Given = Answer | undefined;

function compared(where: Where, clean: Given, told: Given, neutral: Given): Result {
  if (!isScored(clean)) return missing(clean);
  if (!isScored(told)) return missing(told);
  if (where === 'summary') return { clean: clean.scores, injected: told.scores, neutral: null };
  return isScored(neutral) ? { clean: clean.scores, injected: told.scores, neutral: neutral.scores } : missing(neutral);
}

function missing(answer: Extract<Answer, { readonly missing: string }> | undefined): LeftOut {
  return { missing: answer?.missing ?? '' };
}

function* hidden(
  variants: readonly Variant[],
  text: (variant: Variant) => string,
): Generator<readonly [Variant, ExportRecord]> {
  for (const variant of variants) yield [variant, withHidden(variant, text(variant))];
}

function withHidden({ sample: { record }, where, place }: Variant, sentence: string): ExportRecord {
  if (where === 'source') return { ...record, sourceText: hide(sentence, record.sourceText, place) };
  return { ...record, summaryMarkdown: hide(sentence, record.summaryMarkdown, place) };
}
