import { addUsage } from '../../domain/benchmark/judge-usage.js';
import { repeatFigures } from '../../domain/benchmark/repeat-figures.js';
import type { Clock } from '../ports/clock.port.js';
import type { JudgedSample, JudgingOrder, PlacedSample } from '../ports/judge-pool.port.js';
import type { Judge } from '../ports/judge.port.js';
import type { SpanAttributes, Tracer } from '../ports/tracer.port.js';
import type { AskedJudgement } from './ask-judge.js';
import { askJudge } from './ask-judge.js';

/** What judging a sample needs from the world. */
export interface JudgeSamplePorts {
  readonly clock: Clock;
  readonly tracer: Tracer;
}

/** So many samples of a judge that costs nothing have spans; of one that costs something, all have. */
const TRACED = 100;

/**
 * Judges a sample as often as the order says. It is scored when every repeat is, with the means of their scores; else it
 * is what the first repeat without scores is, and no further one is asked for: a mean over those repeats that happened to
 * succeed would hide that others did not.
 *
 * @throws defects of the judge.
 */
export async function judgeSample(
  { clock, tracer }: JudgeSamplePorts,
  order: JudgingOrder,
  sample: PlacedSample,
): Promise<JudgedSample> {
  const started = clock.monotonic();
  const traced = order.judge.cost === 'metered' || sample.position < TRACED;
  const attributes = { 'benchmark.run_id': order.runId, 'benchmark.position': sample.position };
  const judgement = await (traced
    ? tracer.span('benchmark.sample', attributes, () => repeated(tracer, order, sample))
    : repeated(undefined, order, sample));
  return { sample, judgement, seconds: (clock.monotonic() - started) / 1000 };
}

type Asked = JudgedSample['judgement'];

async function repeated(tracer: Tracer | undefined, order: JudgingOrder, sample: PlacedSample): Promise<Asked> {
  const first = await ask(tracer, order, sample, 1);
  if (order.repeats === 1 || first.status !== 'scored') return first;
  const scored = [first];
  let usage = first.usage;
  for (let attempt = 2; attempt <= order.repeats; attempt += 1) {
    const next = await ask(tracer, order, sample, attempt);
    usage = addUsage(usage, next.usage);
    if (next.status !== 'scored') return { ...next, usage };
    scored.push(next);
  }
  return { ...first, ...repeatFigures(scored.map(({ scores }) => scores)), usage };
}

async function ask(
  tracer: Tracer | undefined,
  { judge, signal, allowance }: JudgingOrder,
  { record, position }: PlacedSample,
  attempt: number,
): Promise<AskedJudgement> {
  const question = { judge, record, signal, attempt, allowance: allowance(position) };
  if (tracer === undefined) return await askJudge(question);
  return await tracer.span('judge.call', { ...namesOf(judge), 'judge.attempt': attempt }, async (span) => {
    const judgement = await askJudge(question);
    span.add(spent(judgement));
    return judgement;
  });
}

function namesOf({ kind, model }: Judge): SpanAttributes {
  return { 'gen_ai.operation.name': 'evaluate', 'gen_ai.request.model': model, 'judge.kind': kind };
}

/** Tokens only where any were counted: of a call without an answer nobody knows them. */
function spent({ usage: { calls, tokensIn, tokensOut, cacheHits, estimated } }: AskedJudgement): SpanAttributes {
  const counted = tokensIn + tokensOut > 0;
  return {
    ...{ 'judge.calls': calls, 'judge.cache_hits': cacheHits },
    ...(counted ? { 'gen_ai.usage.input_tokens': tokensIn, 'gen_ai.usage.output_tokens': tokensOut } : {}),
    ...(estimated === true ? { 'judge.tokens_estimated': true } : {}),
  };
}
