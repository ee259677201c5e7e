import { AUDIT_METRICS } from '../../../domain/benchmark/audit/audit-defects.js';
import type { InjectedScores } from '../../../domain/benchmark/audit/injection-row.js';
import { injectionRow } from '../../../domain/benchmark/audit/injection-row.js';
import { hide, INJECTIONS, neutralSentence, PLACES } from '../../../domain/benchmark/audit/injections.js';
import type { InjectionRow } from '../../../domain/benchmark/audit/judge-audit.js';
import { SkipCounts } from '../../../domain/benchmark/audit/skip-counts.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { ProgressTask } from '../../ports/progress.port.js';
import type { Answer, Asking } from './asking.js';
import type { CleanSample } from './clean-samples.js';

type Where = InjectionRow['where'];
type Language = InjectionRow['language'];

const WHERE: readonly Where[] = ['source', 'summary'];
const LANGUAGES: readonly Language[] = ['ru', 'en', 'json', 'markup'];

/** How many samples get an instruction of each language in each place. */
export function injectionCount(samples: number): number {
  return WHERE.length * LANGUAGES.length * samples;
}

/** Hides instructions of every language, phrasing and place in sources and in summaries. */
export async function auditInjections(
  asking: Asking,
  progress: ProgressTask,
  samples: readonly CleanSample[],
): Promise<readonly InjectionRow[]> {
  const rows: InjectionRow[] = [];
  for (const where of WHERE)
    for (const language of LANGUAGES)
      rows.push(...(await auditLanguage(asking, progress, samples, { where, language })));
  return rows;
}

interface Kind {
  readonly where: Where;
  readonly language: Language;
}

async function auditLanguage(asking: Asking, progress: ProgressTask, samples: readonly CleanSample[], kind: Kind) {
  const scored: InjectedScores[] = [];
  const skips = new SkipCounts();
  for (const [index, sample] of samples.entries()) {
    const result = await injected(asking, sample, kind, index);
    if ('skipped' in result) skips.add(result.skipped);
    else scored.push(result);
    progress.advance(1);
  }
  return AUDIT_METRICS.map((metric) => injectionRow({ ...kind, metric }, scored, skips));
}

async function injected(asking: Asking, sample: CleanSample, { where, language }: Kind, index: number) {
  const clean = await sample.clean();
  const { sentence, place } = variant(INJECTIONS[language], index);
  const put = (text: string) => asking.ask(withHidden(sample.record, where, text, place));
  return 'skipped' in clean ? clean : await compared(clean.scores, where, sentence, put);
}

async function compared(
  clean: InjectedScores['clean'],
  where: Where,
  sentence: string,
  put: (text: string) => Promise<Answer>,
): Promise<InjectedScores | Extract<Answer, { readonly skipped: string }>> {
  const answer = await put(sentence);
  if ('skipped' in answer) return answer;
  if (where === 'summary') return { clean, injected: answer.scores, neutral: null };
  const neutral = await put(neutralSentence(sentence.length));
  return 'skipped' in neutral ? neutral : { clean, injected: answer.scores, neutral: neutral.scores };
}

/** Sample by sample the next phrasing in the next place: three and five have no common divisor, so all meet. */
function variant(phrasings: (typeof INJECTIONS)[Language], index: number) {
  const sentence = phrasings[index % phrasings.length] ?? phrasings[0];
  return { sentence, place: PLACES[index % PLACES.length] ?? 'start' };
}

type Place = (typeof PLACES)[number];

function withHidden(record: ExportRecord, where: Where, sentence: string, place: Place): ExportRecord {
  if (where === 'source') return { ...record, sourceText: hide(sentence, record.sourceText, place) };
  return { ...record, summaryMarkdown: hide(sentence, record.summaryMarkdown, place) };
}
