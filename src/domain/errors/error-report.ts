import { ERROR_CATALOGUE } from './error-catalogue.js';
import type { ErrorCode } from './error-catalogue.js';
import type { ErrorDetails } from './etalon-error.js';
import { EtalonError } from './etalon-error.js';

/** An error in the field names of documents: what `--json`, HTTP and MCP show. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
  readonly hint: string;
  readonly exit_code: number;
}

/** Describes whatever was thrown; what is no `EtalonError` is a defect and becomes `INTERNAL`. */
export function errorReport(thrown: unknown): ErrorReport {
  const error = thrown instanceof EtalonError ? thrown : new EtalonError('INTERNAL', messageOf(thrown));
  const { code, message, details, hint } = error;
  return { code, message, details, hint, exit_code: ERROR_CATALOGUE[code].exitCode };
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
