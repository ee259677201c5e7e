/** What a span says about itself. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

export interface Tracer {
  /** Runs `work` inside a span; the span ends with it, marked as failed when it throws. */
  span<T>(name: string, attributes: SpanAttributes, work: () => Promise<T>): Promise<T>;
}
