import type { Scenario } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';

/**
 * Refuses a scenario with values for a judge that there is not: a misspelt name would leave the judge that was meant with
 * the values of all others.
 *
 * @param known the kinds of judges that there are
 * @throws SCENARIO_INVALID
 */
export function refuseUnknownJudges({ name, path, metrics }: Scenario, known: readonly string[]): void {
  const named = new Set(metrics.flatMap(({ byJudge }) => Object.keys(byJudge)));
  const unknown = [...named].filter((judge) => !known.includes(judge));
  if (unknown.length === 0) return;
  const message = `${path ?? name}: by_judge names ${unknown.join(', ')}, and there is no such judge.`;
  const hint = `Name judges among ${known.join(', ')}.`;
  throw new EtalonError('SCENARIO_INVALID', message, { hint, details: { scenario: name, unknown, known } });
}
