import type { Scenario } from '../../domain/benchmark/scenario.js';

/** The scenarios that ship with the package and those that lie over them. */
export interface ScenarioRepository {
  /** By name, or by the path of a YAML file. @throws SCENARIO_NOT_FOUND, SCENARIO_INVALID */
  load(nameOrPath: string): Promise<Scenario>;
  /** Their names, sorted. */
  list(): Promise<readonly string[]>;
}
