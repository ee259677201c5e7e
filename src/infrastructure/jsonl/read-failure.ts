import { EtalonError } from '../../domain/errors/etalon-error.js';

/** What the file system says of a data set file, with a code; anything else stays as it is. */
export function readFailure(path: string, error: unknown): unknown {
  if (error instanceof EtalonError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return error;
  if (/^(?:Z_|ZSTD_|ERR_ZSTD)/u.test(code)) return damaged(path, error, code);
  const what = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
  const hint = 'Check the path given to --dataset, or run `etalon export digests` first.';
  return new EtalonError('BENCHMARK_DATASET_NOT_FOUND', `${path} ${what}.`, {
    hint,
    details: { path, code },
    cause: error,
  });
}

function damaged(path: string, cause: unknown, code: string): EtalonError {
  return new EtalonError('BENCHMARK_DATASET_INVALID', `${path} is a damaged or incomplete compressed file (${code}).`, {
    details: { path, code },
    hint: 'Compress or export it again.',
    cause,
  });
}
