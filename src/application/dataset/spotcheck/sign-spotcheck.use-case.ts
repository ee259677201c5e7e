import type { Sample, SampleKind } from '../../../domain/dataset/sample.js';
import { sampleContent } from '../../../domain/dataset/sample-content.js';
import type { SignOff, Spotcheck } from '../../../domain/dataset/spotcheck/spotcheck.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { canonicalJson } from '../../../domain/shared/canonical-json.js';
import { toIso } from '../../../domain/time/instant.js';
import type { Clock } from '../../ports/clock.port.js';
import type { SampleRepository } from '../../ports/sample.repository.port.js';
import type { Store } from '../../ports/store.port.js';
import type { SpotcheckPorts, SpotcheckResult } from './sample-spotcheck.use-case.js';
import { SPOTCHECK_JSON, readSpotcheck, writeSpotcheck } from './spotcheck-files.js';
import { spotcheckText } from './spotcheck-text.js';

const IDS_PER_CALL = 200;

export type SignSpotcheckCommand = Pick<SignOff, 'reviewer' | 'role' | 'verdict' | 'note'>;

/**
 * Adds a person's sign-off to the newest spot check. It holds for exactly the samples that were drawn: they are looked up
 * and hashed again, and a sample that has changed or is gone makes the spot check stale.
 *
 * Errors: SPOTCHECK_NOT_FOUND, SPOTCHECK_STALE, FILE_WRITE_FAILED, DISK_FULL, and those of the store.
 */
export class SignSpotcheckUseCase {
  constructor(private readonly ports: SpotcheckPorts & { readonly clock: Clock }) {}

  async execute(command: SignSpotcheckCommand): Promise<SpotcheckResult> {
    const folder = await this.ports.paths.latestSnapshotWith(SPOTCHECK_JSON);
    if (folder === undefined) throw new EtalonError('SPOTCHECK_NOT_FOUND', 'No spot check was drawn yet');
    const spotcheck = await readSpotcheck(this.ports, folder);
    if (spotcheck === undefined) throw stale(`${folder}/${SPOTCHECK_JSON} was changed by hand or is broken`, []);
    const texts = await this.#unchangedTexts(spotcheck);
    const signed = this.#signed(spotcheck, command);
    await writeSpotcheck(this.ports.publisher, folder, signed, texts);
    return { spotcheck: signed, folder };
  }

  #signed(spotcheck: Spotcheck, { reviewer, role, verdict, note }: SignSpotcheckCommand): Spotcheck {
    const signed_at = toIso(this.ports.clock.now());
    const signOff: SignOff = { reviewer, role, verdict, note, signed_at, hash: spotcheck.hash };
    return { ...spotcheck, sign_offs: [...spotcheck.sign_offs, signOff] };
  }

  /** The texts of the samples by id. @throws SPOTCHECK_STALE when one of them is not what was drawn. */
  async #unchangedTexts(spotcheck: Spotcheck): Promise<ReadonlyMap<string, string>> {
    const store = await this.ports.stores.openExisting();
    const found = new Map<string, Sample>();
    for (const kind of ['digests', 'review_reports'] as const) {
      if (store !== undefined) await collect(repositoryOf(store, kind), spotcheck, kind, found);
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
    return sample === undefined ? undefined : this.ports.hasher.hash(canonicalJson(sampleContent(sample)));
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

function stale(message: string, changed: readonly string[]): EtalonError {
  return new EtalonError('SPOTCHECK_STALE', message, { details: { changed } });
}
