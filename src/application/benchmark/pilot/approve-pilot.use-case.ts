import type { PilotApproval } from '../../../domain/benchmark/pilot/pilot.js';
import { decidePilot } from '../../../domain/benchmark/pilot/pilot-decision.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { toIso } from '../../../domain/time/instant.js';
import type { Clock } from '../../ports/clock.port.js';
import type { PilotFilePorts } from './pilot-files.js';
import { PilotFiles } from './pilot-files.js';
import type { PilotResult } from './pilot-result.js';

/** A person's word on a pilot. */
export interface ApprovePilotCommand extends Pick<PilotApproval, 'role' | 'reviewer' | 'verdict' | 'note'> {
  readonly stage: string;
}

/**
 * Adds a person's word to a pilot; it is bound to the hash of the results. People who approve at the same moment wait for
 * each other. A role's last word counts, the earlier ones stay in the log.
 *
 * Errors: PILOT_NOT_RUN, PILOT_CHANGED, PILOT_ROLE_UNKNOWN, FOLDER_LOCKED.
 */
export class ApprovePilotUseCase {
  readonly #files: PilotFiles;

  constructor(private readonly ports: PilotFilePorts & { readonly clock: Clock }) {
    this.#files = new PilotFiles(ports);
  }

  async execute(command: ApprovePilotCommand): Promise<PilotResult> {
    // Looked for before the lock, which would make the folder.
    await this.#files.read(command.stage);
    return await this.#files.alone(() => this.#approve(command));
  }

  async #approve({ stage, ...word }: ApprovePilotCommand): Promise<PilotResult> {
    const pilot = await this.#files.read(stage);
    if (!pilot.required_roles.includes(word.role))
      throw new EtalonError('PILOT_ROLE_UNKNOWN', `The pilot of stage ${stage} does not ask for ${word.role}.`, {
        hint: `Choose --role ${pilot.required_roles.join(' or ')}.`,
        details: { stage, role: word.role, required: pilot.required_roles },
      });
    const approval = { ...word, at: toIso(this.ports.clock.now()), hash: pilot.hash };
    const approved = await this.#files.write(pilot, [...pilot.approvals, approval]);
    return { pilot: approved, ...decidePilot(approved), log: this.#files.logOf(stage) };
  }
}
