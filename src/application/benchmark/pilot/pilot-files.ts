import type { Pilot, PilotResults } from '../../../domain/benchmark/pilot/pilot.js';
import { pilotLog } from '../../../domain/benchmark/pilot/pilot-log.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { canonicalJson } from '../../../domain/shared/canonical-json.js';
import type { JsonValue } from '../../../domain/shared/json-value.js';
import { parseJson } from '../../../domain/shared/parse-json.js';
import { prettyJson } from '../../../domain/shared/pretty-json.js';
import type { DocsFolder } from '../../ports/docs-folder.port.js';
import type { DocumentSchemas } from '../../ports/document-schemas.port.js';
import type { FolderLock } from '../../ports/folder-lock.port.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { DataPaths, FilePublisher } from '../../ports/publisher.port.js';

/** What a pilot's files are read and written with. */
export interface PilotFilePorts {
  readonly publisher: FilePublisher;
  readonly paths: DataPaths;
  readonly docs: DocsFolder;
  readonly documents: DocumentSchemas;
  readonly hasher: Hasher;
  readonly folderLock: FolderLock;
}

/** The files of one stage's pilot. */
export class PilotFiles {
  constructor(private readonly ports: PilotFilePorts) {}

  /** Runs work that reads and writes pilots while nobody else does. @throws FOLDER_LOCKED */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    return await this.ports.folderLock.hold(this.ports.paths.pilotDir(), work);
  }

  /** Where the log of a stage is. */
  logOf(stage: string): string {
    return this.ports.docs.pathOf(`pilots/stage_${stage}_pilot_log.md`);
  }

  /** @throws PILOT_NOT_RUN; PILOT_CHANGED for a file that was edited by hand. */
  async read(stage: string): Promise<Pilot> {
    const path = this.#recordOf(stage);
    const text = await this.ports.publisher.read(path);
    if (text === undefined)
      throw new EtalonError('PILOT_NOT_RUN', `No pilot of stage ${stage} was run yet.`, {
        hint: `Run \`etalon pilot run --stage ${stage}\` first.`,
        details: { stage },
      });
    const value = parseJson(text);
    if ((await this.ports.documents.check('pilot', value)).length > 0) throw changed(path);
    const pilot = value as Pilot;
    const { hash, seal } = this.#sealed(pilot, pilot.approvals);
    if (hash !== pilot.hash || seal !== pilot.seal) throw changed(path);
    return pilot;
  }

  /** The pilot of a stage, or nothing where there is none that can be read. */
  async find(stage: string): Promise<Pilot | undefined> {
    try {
      return await this.read(stage);
    } catch (error) {
      if (error instanceof EtalonError && error.code.startsWith('PILOT_')) return undefined;
      throw error;
    }
  }

  /** Whether the page that people read says what the record does. */
  async stateOfLog(pilot: Pilot): Promise<'as written' | 'edited' | 'missing'> {
    const text = await this.ports.publisher.read(this.logOf(pilot.stage));
    if (text === undefined) return 'missing';
    return text === pilotLog(pilot) ? 'as written' : 'edited';
  }

  /** Writes the record, then the log that people read. @returns the record as it was written */
  async write(results: PilotResults, approvals: Pilot['approvals']): Promise<Pilot> {
    const pilot = this.#sealed(results, approvals);
    await this.ports.publisher.publish(this.#recordOf(pilot.stage), prettyJson(pilot));
    await this.ports.publisher.publish(this.logOf(pilot.stage), pilotLog(pilot));
    return pilot;
  }

  #sealed(pilot: PilotResults, approvals: Pilot['approvals']): Pilot {
    const results = resultsOf(pilot);
    const record = { ...results, hash: this.#hash(results), approvals };
    return { ...record, seal: this.#hash(record) };
  }

  #hash(document: object): string {
    return this.ports.hasher.hash(canonicalJson(document as JsonValue));
  }

  #recordOf(stage: string): string {
    return `${this.ports.paths.pilotDir()}/stage_${stage}.json`;
  }
}

/** The part of a pilot that its hash covers. */
function resultsOf(pilot: PilotResults): PilotResults {
  const { schema_version, stage, scenario, required_roles, started_at, baseline, live, comparison, problem } = pilot;
  return { schema_version, stage, scenario, required_roles, started_at, baseline, live, comparison, problem };
}

function changed(path: string): EtalonError {
  return new EtalonError('PILOT_CHANGED', `${path} was changed by hand or is broken.`, { details: { path } });
}
