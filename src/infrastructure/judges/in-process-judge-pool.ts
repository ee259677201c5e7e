import { setMaxListeners } from 'node:events';
import type { JudgeSamplePorts } from '../../application/benchmark/judge-sample.js';
import { judgeSample } from '../../application/benchmark/judge-sample.js';
import type { JudgedSample, JudgePool, JudgingOrder, PlacedSample } from '../../application/ports/judge-pool.port.js';

/** Judges in this process, so many samples at a time. */
export class InProcessJudgePool implements JudgePool {
  constructor(private readonly ports: JudgeSamplePorts) {}

  async *judge(samples: AsyncIterable<PlacedSample>, order: JudgingOrder): AsyncIterable<JudgedSample> {
    const flow = new Flow(samples[Symbol.asyncIterator](), order, this.ports);
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
  /** Ends what is under way: the caller wants no more, went away, or something failed. */
  readonly #stop = new AbortController();
  readonly #asking: JudgingOrder;
  #known: JudgedSample[] = [];
  #asked = 0;
  #pulling = false;
  #drained = false;
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => undefined;

  constructor(
    private readonly source: AsyncIterator<PlacedSample>,
    private readonly order: JudgingOrder,
    private readonly ports: JudgeSamplePorts,
  ) {
    this.#asking = { ...order, signal: this.#stop.signal };
    setMaxListeners(0, this.#stop.signal);
    order.signal?.addEventListener('abort', this.#abort, { once: true });
    if (order.signal?.aborted === true) this.#abort();
  }

  /** What has been judged since the last call, at least one; `undefined` at the end. */
  async next(): Promise<readonly JudgedSample[] | undefined> {
    for (;;) {
      if (this.#known.length > 0) return this.#taken();
      if (this.#failure !== undefined && this.#isOver()) throw this.#failure.error;
      if (this.#isOver()) return undefined;
      this.#pull();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Lets go of the source; a source that is still at work is not waited for. */
  async end(): Promise<void> {
    this.#abort();
    this.order.signal?.removeEventListener('abort', this.#abort);
    const ended = this.source.return?.();
    if (this.#pulling) ended?.catch(() => undefined);
    else await ended;
  }

  #taken(): readonly JudgedSample[] {
    const known = this.#known;
    this.#known = [];
    return known;
  }

  /** What costs something is waited for to the end, so that it is counted: those who are stopped do not take long. */
  #isOver(): boolean {
    if (this.#stop.signal.aborted && this.order.judge.cost === 'free') return true;
    return this.#drained && this.#asked === 0;
  }

  readonly #abort = (): void => {
    this.#drained = true;
    this.#stop.abort(this.order.signal?.reason);
    this.#wake();
  };

  #pull(): void {
    const room = this.order.concurrency - this.#asked - this.#known.length;
    if (this.#pulling || this.#drained || room <= 0) return;
    this.#pulling = true;
    this.source.next().then(this.#pulled, this.#fail);
  }

  readonly #pulled = ({ done, value }: IteratorResult<PlacedSample>): void => {
    this.#pulling = false;
    if (done === true) this.#drained = true;
    else if (!this.#drained) this.#judge(value);
    this.#pull();
    this.#wake();
  };

  #judge(sample: PlacedSample): void {
    this.#asked += 1;
    judgeSample(this.ports, this.#asking, sample).then(this.#judged, this.#broken);
  }

  readonly #judged = (judged: JudgedSample): void => {
    this.#asked -= 1;
    this.#known.push(judged);
    this.#pull();
    this.#wake();
  };

  readonly #broken = (error: unknown): void => {
    this.#asked -= 1;
    this.#fail(error);
  };

  readonly #fail = (error: unknown): void => {
    this.#failure ??= { error };
    this.#abort();
  };
}
