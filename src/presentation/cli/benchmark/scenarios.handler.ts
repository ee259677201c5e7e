import type { Scenario } from '../../../domain/benchmark/scenario.js';
import { defineHandler } from '../define-handler.js';

/** `etalon benchmark scenarios` */
export const scenariosHandler = defineHandler(Object, async ({ services, output }) => {
  const scenarios = await (await services.get('listScenarios')).execute();
  output.json({ schema_version: 1, scenarios: scenarios.map(scenarioDocument) });
  output.table(
    scenarios.map(({ name, version, kind, defaultJudge, metrics, title }) => ({
      ...{ scenario: name, version, kind, judge: defaultJudge, title },
      metrics: metrics.map((metric) => metric.name).join(', '),
    })),
  );
  return 0;
});

function scenarioDocument({ name, version, title, kind, defaultJudge, minimumCoverage, metrics }: Scenario): object {
  return {
    ...{ name, version, title, kind, default_judge: defaultJudge, minimum_coverage: minimumCoverage },
    metrics: metrics.map(({ threshold, byJudge, ...metric }) => ({ ...metric, ...threshold, by_judge: byJudge })),
  };
}
