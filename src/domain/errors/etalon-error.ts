import type { JsonValue } from '../shared/json-value.js';
import type { ErrorCode } from './error-catalogue.js';
import { ERROR_CATALOGUE } from './error-catalogue.js';

/** The facts of an error that a machine can use; never a secret. */
export type ErrorDetails = Readonly<Record<string, JsonValue>>;

/** What a thrower may add to code and message. */
export interface ErrorExtras {
  readonly details?: ErrorDetails;
  /** What to do, where the catalogue's own words can be bettered. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** An expected failure: a stable code, a message that says what and where, facts for machines, a hint, the cause. */
export class EtalonError extends Error {
  override readonly name = 'EtalonError';
  readonly details: ErrorDetails;
  readonly hint: string;

  constructor(
    readonly code: ErrorCode,
    message: string,
    extras: ErrorExtras = {},
  ) {
    super(message, extras.cause === undefined ? {} : { cause: extras.cause });
    this.details = extras.details ?? {};
    this.hint = extras.hint ?? ERROR_CATALOGUE[code].hint;
  }

  get exitCode(): number {
    return ERROR_CATALOGUE[this.code].exitCode;
  }
}
