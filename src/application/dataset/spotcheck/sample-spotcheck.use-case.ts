import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import { comparableContent } from '../../../domain/dataset/comparable-content.js';
import type { Spotcheck, SpotcheckDraw, SpotcheckSample } from '../../../domain/dataset/spotcheck/spotcheck.js';
import { passesChecks } from '../../../domain/dataset/spotcheck/spotcheck.js';
import { checkRussianLocalisation } from '../../../domain/dataset/validation/check-russian-localisation.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { canonicalJson } from '../../../domain/shared/canonical-json.js';
import { toIso } from '../../../domain/time/instant.js';
import type { TimeWindow } from '../../../domain/time/time-window.js';
import type { DataPaths } from '../../ports/publisher.port.js';
import type { Store, StoreProvider } from '../../ports/store.port.js';
import type { TextTools } from '../../ports/text-tools.port.js';
import { queryOf, windowOf } from '../dataset-window.js';
import { openDataset } from '../open-dataset.js';
import type { DrawPlan } from './draw-samples.js';
import { drawSamples } from './draw-samples.js';
import { keepSignOffs } from './keep-sign-offs.js';
import type { SpotcheckFilePorts } from './spotcheck-files.js';
import { drawHash, writeSpotcheck } from './spotcheck-files.js';
import { spotcheckText } from './spotcheck-text.js';

/** What a spot check needs. */
export interface SpotcheckPorts extends SpotcheckFilePorts {
  readonly stores: StoreProvider;
  readonly paths: DataPaths;
}

export interface SampleSpotcheckCommand extends DrawPlan {
  /** The data set's name. */
  readonly name: string;
}

/** What was drawn and where it was written. */
export interface SpotcheckResult {
  readonly spotcheck: Spotcheck;
  readonly folder: string;
  /** Where the signed spot check of another draw went that this one took the place of. */
  readonly kept: string | null;
}

/**
 * Draws a random sample of every channel, runs the automatic part of the Russian checklist over it, and writes both for
 * people to sign, beside the snapshot of the data set. The same seed draws the same samples; sign-offs stay as long as the
 * hash does, and a signed spot check of another draw is kept beside the new one.
 *
 * Errors: DATASET_NOT_FOUND, DATASET_EMPTY, FOLDER_LOCKED, FILE_WRITE_FAILED, DISK_FULL, and those of the store.
 */
export class SampleSpotcheckUseCase {
  constructor(private readonly ports: SpotcheckPorts & { readonly textTools: TextTools }) {}

  async execute(command: SampleSpotcheckCommand): Promise<SpotcheckResult> {
    const { store, dataset } = await openDataset(this.ports.stores, command.name);
    const samples = await this.#draw(store, dataset, command);
    const draw = this.#checked(samples, dataset, command);
    const folder = this.ports.paths.snapshotDir(dataset.lastDay, dataset.name);
    const texts = new Map(samples.map((sample) => [sample.id, spotcheckText(sample)]));
    return await this.ports.folderLock.hold(folder, () => this.#write(draw, folder, texts));
  }

  async #draw(store: Store, dataset: BenchmarkDataset, plan: DrawPlan): Promise<readonly Sample[]> {
    const query = queryOf(dataset, windowOf(dataset));
    const digests = await drawSamples(store.digests, query, plan, this.ports.hasher);
    const reports = await drawSamples(store.reviewReports, query, plan, this.ports.hasher);
    if (digests.length + reports.length > 0) return [...digests, ...reports];
    throw new EtalonError('DATASET_EMPTY', `The data set ${dataset.name} holds no document`, {
      details: { dataset: dataset.name },
    });
  }

  #checked(samples: readonly Sample[], dataset: BenchmarkDataset, plan: DrawPlan): SpotcheckDraw {
    const window = windowOf(dataset);
    const checked = samples.map((sample) => this.#check(sample, window));
    const passed = checked.filter(passesChecks).length;
    const { start, end, days } = window;
    return {
      dataset: dataset.name,
      window: { start: toIso(start), end: toIso(end), days, timezone: dataset.timezone },
      seed: plan.seed,
      per_channel: plan.perChannel,
      passed,
      failed: checked.length - passed,
      samples: checked,
    };
  }

  #check(sample: Sample, window: TimeWindow): SpotcheckSample {
    return {
      kind: sample.kind,
      id: sample.id,
      channel: sample.channel,
      provenance: sample.metadata.provenance,
      created_at: toIso(sample.createdAt),
      content_hash: this.ports.hasher.hash(canonicalJson(comparableContent(sample))),
      checks: checkRussianLocalisation(sample, window, this.ports.textTools),
    };
  }

  async #write(draw: SpotcheckDraw, folder: string, texts: ReadonlyMap<string, string>): Promise<SpotcheckResult> {
    const hash = drawHash(this.ports.hasher, draw);
    const { signOffs, kept } = await keepSignOffs(this.ports, folder, hash);
    const spotcheck: Spotcheck = { schema_version: 1, ...draw, hash, sign_offs: signOffs };
    await writeSpotcheck(this.ports.publisher, folder, spotcheck, texts);
    return { spotcheck, folder, kept };
  }
}
