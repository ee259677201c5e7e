/** What a span says about itself. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** A span that has not ended. */
export interface OpenSpan {
  /** Adds what is known only now. */
  add(attributes: SpanAttributes): void;
}

export interface Tracer {
  /** Runs `work` inside a span; the span ends with it, marked as failed when it throws. */
  span<T>(name: string, attributes: SpanAttributes, work: (span: OpenSpan) => Promise<T>): Promise<T>;
}
