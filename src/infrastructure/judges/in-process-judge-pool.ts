import type { JudgeSamplePorts } from '../../application/benchmark/judge-sample.js';
import { judgeSample } from '../../application/benchmark/judge-sample.js';
import type { JudgedSample, JudgePool, JudgingOrder, PlacedSample } from '../../application/ports/judge-pool.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';

/** Judges in this process, so many samples at a time. */
export class InProcessJudgePool implements JudgePool {
  constructor(private readonly ports: JudgeSamplePorts) {}

  async *judge(samples: AsyncIterable<PlacedSample>, order: JudgingOrder): AsyncIterable<JudgedSample> {
    const flow = new Flow(samples[Symbol.asyncIterator](), order, (sample) => judgeSample(this.ports, order, sample));
    try {
      for (let known = await flow.next(); known !== undefined; known = await flow.next()) yield* known;
    } finally {
      await flow.end();
    }
  }
}

/**
 * Samples that are asked about together. One listener hears the signal and one promise is waited for at a time, however
 * many samples go through.
 */
class Flow {
  #known: JudgedSample[] = [];
  #asked = 0;
  #pulling = false;
  #drained = false;
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => undefined;

  constructor(
    private readonly source: AsyncIterator<PlacedSample>,
    private readonly order: JudgingOrder,
    private readonly ask: (sample: PlacedSample) => Promise<JudgedSample>,
  ) {
    order.signal?.addEventListener('abort', this.#abort, { once: true });
    if (order.signal?.aborted === true) this.#abort();
  }

  /** What has been judged since the last call, at least one; `undefined` at the end. */
  async next(): Promise<readonly JudgedSample[] | undefined> {
    for (;;) {
      if (this.#known.length > 0) return this.#taken();
      if (this.#failure !== undefined) throw this.#failure.error;
      if (this.#drained && this.#asked === 0) return undefined;
      this.#pull();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Lets go of the source; a judge or a source that is still at work is not waited for. */
  async end(): Promise<void> {
    this.order.signal?.removeEventListener('abort', this.#abort);
    this.#drained = true;
    const ended = this.source.return?.();
    if (this.#pulling) ended?.catch(() => undefined);
    else await ended;
  }

  #taken(): readonly JudgedSample[] {
    const known = this.#known;
    this.#known = [];
    return known;
  }

  readonly #abort = (): void => {
    this.#fail(new EtalonError('INTERRUPTED', 'The judging was interrupted.'));
  };

  #pull(): void {
    const room = this.order.concurrency - this.#asked - this.#known.length;
    if (this.#pulling || this.#drained || this.#failure !== undefined || room <= 0) return;
    this.#pulling = true;
    this.source.next().then(this.#pulled, this.#fail);
  }

  readonly #pulled = ({ done, value }: IteratorResult<PlacedSample>): void => {
    this.#pulling = false;
    if (done === true) this.#drained = true;
    else this.#judge(value);
    this.#pull();
    this.#wake();
  };

  #judge(sample: PlacedSample): void {
    this.#asked += 1;
    this.ask(sample).then(this.#judged, this.#fail);
  }

  readonly #judged = (judged: JudgedSample): void => {
    this.#asked -= 1;
    // After a failure nobody reads on: what comes then is as if it had never been judged.
    if (this.#failure === undefined) this.#known.push(judged);
    this.#pull();
    this.#wake();
  };

  readonly #fail = (error: unknown): void => {
    this.#failure ??= { error };
    this.#wake();
  };
}
