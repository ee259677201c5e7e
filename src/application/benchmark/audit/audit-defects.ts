import type { ScoredPair } from '../../../domain/benchmark/audit/defect-row.js';
import type { DefectRow } from '../../../domain/benchmark/audit/judge-audit.js';
import type { LeftOut } from '../../../domain/benchmark/audit/skip-counts.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { Answer } from './audit-questions.js';
import { isScored } from './audit-questions.js';
import type { AuditTools } from './audit-tools.js';
import type { Candidate, DefectTask } from './defect-pairs.js';
import { DefectPairs } from './defect-pairs.js';

/**
 * Spoils samples in their order until each defect has its pairs, and sums up what each metric makes of them. As many are
 * judged together as pairs are wanted, so that whoever answers first changes nothing and nobody is asked in vain.
 */
export async function auditDefects(tools: AuditTools, tasks: readonly DefectTask[]): Promise<readonly DefectRow[]> {
  const defects = tasks.map((task) => new DefectPairs(task, tools.random));
  const next = () => defects.flatMap((defect) => defect.candidates());
  for (let round = next(); round.length > 0; round = next())
    for (const [candidate, pair] of await pairsOf(tools, round)) candidate.of.take(pair);
  for (const { wanted } of defects) tools.progress.advance(wanted);
  return defects.flatMap((defect) => defect.rows(tools.minimumCoverage));
}

type Pair = ScoredPair | LeftOut;

async function pairsOf({ questions, clean, progress }: AuditTools, round: readonly Candidate[]) {
  const spoilt = round.filter(({ spoilt }) => 'summary' in spoilt);
  const cleans = await clean.of(spoilt.map(({ sample }) => sample));
  const firsts = firstOfEach(spoilt.filter(({ sample }) => isScored(cleans.get(sample))));
  const answers = await questions.ask(spoiltRecords(new Set(firsts.values())), (answer) => {
    if (isScored(answer)) progress.advance(1);
  });
  const answerTo = (one: Candidate) => answers.get(firsts.get(one) ?? one);
  return round.map((one) => [one, pairOf(one, cleans.get(one.sample), answerTo(one))] as const);
}

/** Who asks the same first: an extract of a source is the same, whatever its summary was. */
function firstOfEach(candidates: readonly Candidate[]): ReadonlyMap<Candidate, Candidate> {
  const known = new Map<string, Candidate>();
  const first = (one: Candidate): Candidate => {
    const question = JSON.stringify([one.sample.record.sampleId, one.spoilt]);
    if (!known.has(question)) known.set(question, one);
    return known.get(question) ?? one;
  };
  return new Map(candidates.map((one) => [one, first(one)]));
}

function* spoiltRecords(candidates: Iterable<Candidate>): Generator<readonly [Candidate, ExportRecord]> {
  for (const candidate of candidates) {
    const { sample, spoilt } = candidate;
    if ('summary' in spoilt) yield [candidate, { ...sample.record, summaryMarkdown: spoilt.summary }];
  }
}

function pairOf({ sample, spoilt }: Candidate, clean: Answer | undefined, answer: Answer | undefined): Pair {
  if ('skipped' in spoilt) return spoilt;
  if (!isScored(clean)) return { missing: `clean summary: ${clean?.missing ?? ''}` };
  if (!isScored(answer)) return { missing: `spoilt summary: ${answer?.missing ?? ''}` };
  return { clean: clean.scores, spoilt: answer.scores, day: sample.day };
}
