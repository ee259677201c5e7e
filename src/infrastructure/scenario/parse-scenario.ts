import type { Scenario, ScenarioMetric } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { firstOf, MOST_TOLD } from '../../domain/shared/first-of.js';
import { readYaml } from '../yaml/read-yaml.js';
import { scenarioFaults } from './scenario-faults.js';
import type { MetricDocument, ScenarioDocument } from './scenario.schema.js';

/**
 * Reads a scenario from YAML.
 *
 * @param path where the text comes from, for messages
 * @throws SCENARIO_INVALID with the faults, each with its line and column
 */
export function parseScenario(text: string, path: string): Scenario {
  const reading = readYaml(text);
  const faults = scenarioFaults(reading);
  if (faults.length === 0) return toScenario(reading.content as ScenarioDocument, text);
  const list = faults.map(({ line, column, message }) => `${path}:${line}:${column} ${message}`);
  throw new EtalonError('SCENARIO_INVALID', firstOf(list).join('\n'), {
    details: { path, faults: faults.slice(0, MOST_TOLD).map((fault) => ({ ...fault })) },
  });
}

function toScenario(document: ScenarioDocument, sourceText: string): Scenario {
  const { name, version, title, kind } = document;
  return {
    ...{ name, version, title, kind, sourceText },
    defaultJudge: document.default_judge,
    judgeModel: document.judge_model,
    promptVersion: document.prompt_version,
    metrics: document.metrics.map(toMetric),
    minimumCoverage: document.minimum_coverage,
    strata: 'channel',
    clusters: 'day',
  };
}

function toMetric({ name, direction, pass, warn, by_judge }: MetricDocument): ScenarioMetric {
  return { name, direction, threshold: { pass, warn }, byJudge: by_judge ?? {} };
}
