import type { Scenario } from '../../domain/benchmark/scenario.js';
import type { ScenarioRepository } from '../ports/scenario.repository.port.js';

/** Lists the scenarios that can be run, by name. */
export class ListScenariosUseCase {
  constructor(private readonly scenarios: ScenarioRepository) {}

  /** @throws SCENARIO_INVALID when one of them has faults. */
  async execute(): Promise<readonly Scenario[]> {
    const names = await this.scenarios.list();
    return await Promise.all(names.map((name) => this.scenarios.load(name)));
  }
}
