import type { Judge, Judgement, JudgeSelfTest } from '../../../application/ports/judge.port.js';
import { addUsage, NO_USAGE } from '../../../domain/benchmark/judge-usage.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { Probe, ProbeBounds } from './probes.js';
import { probesFor } from './probes.js';

/** From the second attempt on no kept answer will do: what is tested is the judge that is there now. */
const FRESH = 2;

/** Tests a judge with samples whose scores are known: a judge that gets them wrong would only spend money. */
export async function selfTest(judge: Judge, kind: SampleKind, signal?: AbortSignal): Promise<JudgeSelfTest> {
  const { source, probes } = probesFor(kind);
  const judged = await Promise.all(
    probes.map(async (probe) => {
      const judgement = await judge.judge(recordOf(kind, source, probe), signal, FRESH);
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
