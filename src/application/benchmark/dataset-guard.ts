import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { SampleFiles } from '../ports/sample-files.port.js';

/**
 * Sees to it that what is judged is what was registered: before results are stored it looks whether the file was written
 * to since it was scanned, and reads it again when it was. So no result of another text is ever stored, and a run whose
 * file was changed can go on once the file is what it was.
 */
export class DatasetGuard {
  constructor(
    private readonly files: SampleFiles,
    private readonly dataset: BenchmarkRun['dataset'],
    private fingerprint: string,
  ) {}

  /** @throws BENCHMARK_DATASET_CHANGED */
  async check(): Promise<void> {
    const now = await this.files.fingerprint(this.dataset.path).catch(gone);
    if (now === this.fingerprint) return;
    if (now !== undefined) this.refuseOther(await this.files.sha256(this.dataset.path));
    else this.refuseOther(null);
    this.fingerprint = now ?? '';
  }

  /** @param now the hash of what was read, `null` when there is no file. @throws BENCHMARK_DATASET_CHANGED */
  refuseOther(now: string | null): void {
    const { path, sha256 } = this.dataset;
    if (now === sha256) return;
    throw new EtalonError('BENCHMARK_DATASET_CHANGED', `${path} was changed while the run read it.`, {
      details: { path, sha256_before: sha256, sha256_now: now },
    });
  }
}

function gone(error: unknown): undefined {
  if (error instanceof EtalonError) return undefined;
  throw error;
}
