import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../application/ports/clock.port.js';
import type { FinishedSpan, SpanLog } from '../../application/ports/span-log.port.js';
import type { OpenSpan, SpanAttributes, Tracer } from '../../application/ports/tracer.port.js';
import { redactText } from '../../domain/observability/redaction.js';

/** Where in a trace the running code is. */
export interface SpanContext {
  readonly traceId: string;
  readonly spanId: string;
}

export interface InMemoryTracerOptions {
  /** How many finished spans are kept; older ones make room and are counted. */
  readonly capacity: number;
  /** Told of every span that was not kept. */
  readonly onDrop?: () => void;
}

const TRACE_BYTES = 16;
const SPAN_BYTES = 8;

/** Keeps the last spans of the process in memory; spans nest along asynchronous calls. */
export class InMemoryTracer implements Tracer, SpanLog {
  readonly #active = new AsyncLocalStorage<SpanContext>();
  readonly #spans: FinishedSpan[] = [];
  #next = 0;
  #dropped = 0;

  constructor(
    private readonly clock: Clock,
    private readonly options: InMemoryTracerOptions,
  ) {}

  get dropped(): number {
    return this.#dropped;
  }

  /** The span that the caller runs in, if any. */
  current(): SpanContext | undefined {
    return this.#active.getStore();
  }

  async span<T>(name: string, attributes: SpanAttributes, work: (span: OpenSpan) => Promise<T>): Promise<T> {
    const parent = this.current();
    const context = { traceId: parent?.traceId ?? randomHex(TRACE_BYTES), spanId: randomHex(SPAN_BYTES) };
    const all = { ...attributes };
    const end = this.#begin({ ...context, parentSpanId: parent?.spanId ?? null, name, attributes: all });
    const open: OpenSpan = { add: (more) => Object.assign(all, more) };
    try {
      const result = await this.#active.run(context, () => work(open));
      end(null);
      return result;
    } catch (error) {
      end(describe(error));
      throw error;
    }
  }

  finished(): readonly FinishedSpan[] {
    return [...this.#spans.slice(this.#next), ...this.#spans.slice(0, this.#next)];
  }

  #begin(
    span: Pick<FinishedSpan, 'traceId' | 'spanId' | 'parentSpanId' | 'name' | 'attributes'>,
  ): (error: string | null) => void {
    const startedAt = this.clock.now();
    const begun = this.clock.monotonic();
    return (error) => {
      const durationMs = this.clock.monotonic() - begun;
      this.#keep({ ...span, startedAt, durationMs, status: error === null ? 'ok' : 'error', error });
    };
  }

  /** A ring: when it is full, the newest span takes the place of the oldest. */
  #keep(span: FinishedSpan): void {
    if (this.#spans.length < this.options.capacity) {
      this.#spans.push(span);
      return;
    }
    this.#spans[this.#next] = span;
    this.#next = (this.#next + 1) % this.options.capacity;
    this.#dropped += 1;
    this.options.onDrop?.();
  }
}

function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

function describe(error: unknown): string {
  return redactText(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
