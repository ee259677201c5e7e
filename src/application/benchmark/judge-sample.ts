import { addUsage, NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import { repeatFigures } from '../../domain/benchmark/repeat-figures.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Clock } from '../ports/clock.port.js';
import type { JudgedSample, JudgingOrder, PlacedSample } from '../ports/judge-pool.port.js';
import type { Judgement } from '../ports/judge.port.js';
import type { Tracer } from '../ports/tracer.port.js';

/** What judging a sample needs from the world. */
export interface JudgeSamplePorts {
  readonly clock: Clock;
  readonly tracer: Tracer;
}

/** What a judgement costs that says nothing of it. */
const ONE_CALL = { ...NO_USAGE, calls: 1 };
/** So many samples of a judge that costs nothing have spans; of one that costs something, all have. */
const TRACED = 100;

/**
 * Judges a sample as often as the order says. It is scored when every repeat is, with the means of their scores; else it
 * is what the first repeat without scores is, and no further one is asked for: a mean over those repeats that happened to
 * succeed would hide that others did not.
 *
 * @throws defects of the judge, and INTERRUPTED.
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
  order: JudgingOrder,
  sample: PlacedSample,
  attempt: number,
): Promise<Asked> {
  const call = () => judgement(order, sample, attempt);
  if (tracer === undefined) return await call();
  const { kind, model } = order.judge;
  const attributes = { 'gen_ai.operation.name': 'evaluate', 'gen_ai.request.model': model, 'judge.kind': kind };
  return await tracer.span('judge.call', { ...attributes, 'judge.attempt': attempt }, call);
}

/** A judge that fails is an error of that sample, never a low score; a defect is no judgement and ends the run. */
async function judgement(order: JudgingOrder, { record, position }: PlacedSample, attempt: number): Promise<Asked> {
  const { judge, signal, allowance } = order;
  try {
    const { usage = ONE_CALL, ...rest } = await judge.judge(record, signal, attempt, allowance(position));
    return { ...rest, usage };
  } catch (error) {
    if (error instanceof EtalonError && error.code !== 'INTERRUPTED') return { ...failure(error), usage: ONE_CALL };
    throw error;
  }
}

function failure(error: EtalonError): Judgement {
  return { status: 'error', fault: 'failed', reason: `${error.code}: ${error.message}` };
}
