import { LATENCY_METRIC } from '../../domain/benchmark/latency-metric.js';
import type { Scenario } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Judge } from '../ports/judge.port.js';

/**
 * Refuses a scenario with a metric that its judge never gives, before anything is spent: it could not be scored.
 *
 * @throws SCENARIO_INVALID
 */
export function refuseUnknownMetrics({ name, path, metrics }: Scenario, { kind, metrics: known }: Judge): void {
  if (known === undefined) return;
  const unknown = metrics.map((metric) => metric.name).filter((one) => ![...known, LATENCY_METRIC].includes(one));
  if (unknown.length === 0) return;
  const message = `${path ?? name}: the judge ${kind} gives no score named ${unknown.join(', ')}.`;
  const hint = `Name metrics among ${[...known, LATENCY_METRIC].join(', ')}.`;
  throw new EtalonError('SCENARIO_INVALID', message, { hint, details: { scenario: name, unknown, known } });
}
