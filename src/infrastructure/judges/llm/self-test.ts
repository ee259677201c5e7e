import type { CallAllowance, Judge, Judgement, JudgeSelfTest } from '../../../application/ports/judge.port.js';
import { addUsage, NO_USAGE } from '../../../domain/benchmark/judge-usage.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { Probe, ProbeBounds } from './probes.js';
import { probesFor } from './probes.js';

/** From the second attempt on no kept answer will do: what is tested is the judge that is there now. */
const FRESH = 2;

const TURNED_AWAY: Judgement = { status: 'unscored', reason: 'the budget was used up', usage: NO_USAGE };

/** A probe, and the sample that it is put to a judge as. */
interface ProbeSample {
  readonly probe: Probe;
  readonly record: ExportRecord;
}

/** What judges of this kind of sample are tested with. */
export function probeSamples(kind: SampleKind): readonly ProbeSample[] {
  const { source, probes } = probesFor(kind);
  return probes.map((probe) => ({ probe, record: recordOf(kind, source, probe) }));
}

/** Who may end the test, and how many calls it may make. */
interface TestBounds {
  readonly signal: AbortSignal | undefined;
  readonly allowance: CallAllowance;
}

/** Tests a judge with samples whose scores are known: a judge that gets them wrong would only spend money. */
export async function selfTest(judge: Judge, kind: SampleKind, bounds: TestBounds): Promise<JudgeSelfTest> {
  const { signal, allowance } = bounds;
  const judged = await Promise.all(
    probeSamples(kind).map(async ({ probe, record }) => {
      const judgement = allowance.take() ? await judge.judge(record, signal, FRESH, allowance) : TURNED_AWAY;
      return { name: probe.name, message: faultIn(judgement, probe.bounds), usage: judgement.usage ?? NO_USAGE };
    }),
  );
  const usage = judged.map((probe) => probe.usage).reduce(addUsage, NO_USAGE);
  const found = judged.map(({ name, message }) => ({ name, ok: message === '', message }));
  return { ok: found.every(({ ok }) => ok), probes: found, usage };
}

function faultIn(judgement: Judgement, { least = {}, most = {} }: ProbeBounds): string {
  if (judgement.status !== 'scored') return `no scores: ${judgement.reason}`;
  const { scores } = judgement;
  const low = Object.entries(least).filter(([name, bound]) => !((scores[name] ?? Number.NaN) >= bound));
  const high = Object.entries(most).filter(([name, bound]) => !((scores[name] ?? Number.NaN) <= bound));
  return [
    ...low.map(([name, bound]) => `${name} is ${scores[name]}, expected at least ${bound}`),
    ...high.map(([name, bound]) => `${name} is ${scores[name]}, expected at most ${bound}`),
  ].join('; ');
}

function recordOf(kind: SampleKind, sourceText: string, { name, summary }: Probe): ExportRecord {
  const metadata = { llmModel: 'probe', featureFlags: {}, provenance: 'synthetic' } as const;
  return {
    ...{ kind, sampleId: `probe ${name}`, channel: '@probe', language: 'ru', timestamp: 0 },
    ...{ sourceText, summaryMarkdown: summary, metadata, judge: null, latencySeconds: 1 },
  };
}
