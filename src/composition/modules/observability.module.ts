import { ContainerModule } from 'inversify';
import { ObservabilityPolicy } from '../../domain/observability/observability-policy.js';
import { WinstonLogger } from '../../infrastructure/logging/winston-logger.js';
import { InMemoryTracer } from '../../infrastructure/tracing/in-memory-tracer.js';
import { TOKENS } from '../tokens.js';

/** How many spans of one process are kept. */
const SPAN_CAPACITY = 10_000;

/** Metrics, logs and traces. */
export const observabilityModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.metrics)
    .toResolvedValue(
      async ({ strictMetrics }) => {
        const { PromMetrics } = await import('../../infrastructure/metrics/prom-metrics.js');
        return new PromMetrics(new ObservabilityPolicy(strictMetrics));
      },
      [TOKENS.settings],
    )
    .inSingletonScope();
  bind(TOKENS.spanTree)
    .toResolvedValue(
      (clock, metrics) =>
        new InMemoryTracer(clock, {
          capacity: SPAN_CAPACITY,
          onDrop: () => {
            metrics.increment('spans_dropped_total', { reason: 'queue_full' });
          },
        }),
      [TOKENS.clock, TOKENS.metrics],
    )
    .inSingletonScope();
  bind(TOKENS.tracer).toService(TOKENS.spanTree);
  bind(TOKENS.spanLog).toService(TOKENS.spanTree);
  bind(TOKENS.logger)
    .toResolvedValue(
      ({ logLevel }, clock, metrics, spans) =>
        new WinstonLogger({
          service: 'cli',
          level: logLevel,
          clock,
          stream: process.stderr,
          span: () => spans.current(),
          onLine: (level) => {
            metrics.increment('structured_logs_total', { service: 'cli', level });
          },
        }),
      [TOKENS.settings, TOKENS.clock, TOKENS.metrics, TOKENS.spanTree],
    )
    .inSingletonScope();
});
