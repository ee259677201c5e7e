import { BENCHMARK_ERRORS } from './benchmark.errors.js';
import { DATASET_ERRORS } from './dataset.errors.js';
import type { ErrorEntry } from './error-entry.js';
import { EXPORT_ERRORS } from './export.errors.js';
import { PILOT_ERRORS } from './pilot.errors.js';
import { PROCESS_ERRORS } from './process.errors.js';
import { SOURCE_ERRORS } from './source.errors.js';
import { STATISTICS_ERRORS } from './statistics.errors.js';
import { STORE_ERRORS } from './store.errors.js';
import { VERIFY_ERRORS } from './verify.errors.js';

const CATALOGUE = {
  ...PILOT_ERRORS,
  ...PROCESS_ERRORS,
  ...SOURCE_ERRORS,
  ...DATASET_ERRORS,
  ...STORE_ERRORS,
  ...EXPORT_ERRORS,
  ...BENCHMARK_ERRORS,
  ...STATISTICS_ERRORS,
  ...VERIFY_ERRORS,
};

/** A stable name of an expected failure. */
export type ErrorCode = keyof typeof CATALOGUE;

/** Every error code with its exit code, HTTP status, MCP error and meaning: the one table. */
export const ERROR_CATALOGUE: Readonly<Record<ErrorCode, ErrorEntry>> = CATALOGUE;
