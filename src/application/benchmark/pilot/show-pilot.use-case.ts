import { decidePilot } from '../../../domain/benchmark/pilot/pilot-decision.js';
import type { PilotFilePorts } from './pilot-files.js';
import { PilotFiles } from './pilot-files.js';
import type { PilotResult } from './pilot-result.js';

/** Shows the pilot of a stage with its decision. */
export class ShowPilotUseCase {
  readonly #files: PilotFiles;

  constructor(ports: PilotFilePorts) {
    this.#files = new PilotFiles(ports);
  }

  /** @throws PILOT_NOT_RUN, PILOT_CHANGED */
  async execute({ stage }: { readonly stage: string }): Promise<PilotResult> {
    const pilot = await this.#files.read(stage);
    const logState = await this.#files.stateOfLog(pilot);
    return { pilot, ...decidePilot(pilot), log: this.#files.logOf(stage), logState };
  }
}
