import type { Sample, SampleKind } from '../../../domain/dataset/sample.js';
import { comparableContent } from '../../../domain/dataset/comparable-content.js';
import type { SignOff, Spotcheck } from '../../../domain/dataset/spotcheck/spotcheck.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { canonicalJson } from '../../../domain/shared/canonical-json.js';
import { toIso } from '../../../domain/time/instant.js';
import type { Clock } from '../../ports/clock.port.js';
import type { SampleRepository } from '../../ports/sample.repository.port.js';
import type { Store } from '../../ports/store.port.js';
import { openDataset } from '../open-dataset.js';
import type { SpotcheckPorts, SpotcheckResult } from './sample-spotcheck.use-case.js';
import { SPOTCHECK_JSON, readSpotcheck, writeSpotcheck } from './spotcheck-files.js';
import { spotcheckText } from './spotcheck-text.js';

const IDS_PER_CALL = 200;

export interface SignSpotcheckCommand extends Pick<SignOff, 'reviewer' | 'role' | 'verdict' | 'note'> {
  /** The data set's name. */
  readonly name: string;
}

/**
 * Adds a person's sign-off to the spot check of a data set. It holds for exactly the samples that were drawn: they are
 * looked up and hashed again, and a sample that has changed or is gone makes the spot check stale. People who sign at the
 * same moment wait for each other.
 *
 * Errors: DATASET_NOT_FOUND, SPOTCHECK_NOT_FOUND, SPOTCHECK_STALE, FOLDER_LOCKED, FILE_WRITE_FAILED, DISK_FULL, and those
 * of the store.
 */
export class SignSpotcheckUseCase {
  constructor(private readonly ports: SpotcheckPorts & { readonly clock: Clock }) {}

  async execute(command: SignSpotcheckCommand): Promise<SpotcheckResult> {
    const { store, dataset } = await openDataset(this.ports.stores, command.name);
    const folder = this.ports.paths.snapshotDir(dataset.lastDay, dataset.name);
    // Looked for before the lock, which would make the folder.
    await this.#current(folder, command.name);
    return await this.ports.folderLock.hold(folder, () => this.#sign(store, folder, command));
  }

  async #sign(store: Store, folder: string, command: SignSpotcheckCommand): Promise<SpotcheckResult> {
    const spotcheck = await this.#current(folder, command.name);
    const texts = await this.#unchangedTexts(store, spotcheck);
    const signed = this.#signed(spotcheck, command);
    await writeSpotcheck(this.ports.publisher, folder, signed, texts);
    return { spotcheck: signed, folder, kept: null };
  }

  async #current(folder: string, name: string): Promise<Spotcheck> {
    const path = `${folder}/${SPOTCHECK_JSON}`;
    if ((await this.ports.publisher.read(path)) === undefined) throw notFound(name, folder);
    const spotcheck = await readSpotcheck(this.ports, path);
    if (spotcheck === undefined) throw stale(`${path} was changed by hand or is broken`, []);
    if (spotcheck.dataset !== name) throw notFound(name, folder);
    return spotcheck;
  }

  #signed(spotcheck: Spotcheck, { reviewer, role, verdict, note }: SignSpotcheckCommand): Spotcheck {
    const signed_at = toIso(this.ports.clock.now());
    const signOff: SignOff = { reviewer, role, verdict, note, signed_at, hash: spotcheck.hash };
    return { ...spotcheck, sign_offs: [...spotcheck.sign_offs, signOff] };
  }

  /** The texts of the samples by id. @throws SPOTCHECK_STALE when one of them is not what was drawn. */
  async #unchangedTexts(store: Store, spotcheck: Spotcheck): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, Sample>();
    for (const kind of ['digests', 'review_reports'] as const) {
      await collect(repositoryOf(store, kind), spotcheck, kind, found);
    }
    const changed = spotcheck.samples.filter(({ id, content_hash }) => this.#hashOf(found.get(id)) !== content_hash);
    if (changed.length > 0) {
      throw stale(
        'Samples changed since the spot check was drawn',
        changed.map(({ id }) => id),
      );
    }
    return new Map([...found].map(([id, sample]) => [id, spotcheckText(sample)]));
  }

  #hashOf(sample: Sample | undefined): string | undefined {
    return sample === undefined ? undefined : this.ports.hasher.hash(canonicalJson(comparableContent(sample)));
  }
}

function repositoryOf(store: Store, kind: SampleKind): SampleRepository<Sample> {
  return kind === 'digests' ? store.digests : store.reviewReports;
}

/** Looks the samples of one kind up in the store. */
async function collect(
  repository: SampleRepository<Sample>,
  { samples }: Spotcheck,
  kind: SampleKind,
  found: Map<string, Sample>,
): Promise<void> {
  const ids = samples.filter((sample) => sample.kind === kind).map(({ id }) => id);
  for (let start = 0; start < ids.length; start += IDS_PER_CALL) {
    const some = await repository.findMany(ids.slice(start, start + IDS_PER_CALL));
    for (const [id, sample] of some) found.set(id, sample);
  }
}

function notFound(name: string, folder: string): EtalonError {
  return new EtalonError('SPOTCHECK_NOT_FOUND', `No spot check of the data set ${name} was drawn yet`, {
    details: { name, folder },
  });
}

function stale(message: string, changed: readonly string[]): EtalonError {
  return new EtalonError('SPOTCHECK_STALE', message, { details: { changed } });
}
