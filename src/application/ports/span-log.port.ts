import type { Instant } from '../../domain/time/instant.js';
import type { SpanAttributes } from './tracer.port.js';

/** A piece of work that ended, with where it belongs. */
export interface FinishedSpan {
  /** 32 hexadecimal digits, the same for a whole tree of spans. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly attributes: SpanAttributes;
  readonly startedAt: Instant;
  readonly durationMs: number;
  readonly status: 'ok' | 'error';
  /** What went wrong, without secrets; `null` when nothing did. */
  readonly error: string | null;
}

/** The spans of this process. */
export interface SpanLog {
  /** In the order in which they ended; the newest ones where there were too many. */
  finished(): readonly FinishedSpan[];
  /** How many were not kept. */
  readonly dropped: number;
}
