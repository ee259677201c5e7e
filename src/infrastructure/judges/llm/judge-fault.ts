import type { JudgeFault } from '../../../domain/benchmark/sample-result.js';
import type { ErrorCode } from '../../../domain/errors/error-catalogue.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';

/** How a judge failed, in the terms of results. */
interface Failed {
  readonly status: 'error';
  readonly fault: JudgeFault;
  readonly reason: string;
}

interface GivenUp {
  readonly status: 'given_up';
  readonly reason: string;
}

const FAULTS: Partial<Record<ErrorCode, JudgeFault>> = {
  LLM_REFUSED: 'refused',
  LLM_BAD_ANSWER: 'malformed',
  LLM_UNAVAILABLE: 'failed',
};

/** What a failed question means for its sample. @throws the error itself where it is none of the endpoint's. */
export function judgeFault(error: unknown): Failed | GivenUp {
  if (error instanceof EtalonError && error.code === 'INTERRUPTED')
    return { status: 'given_up', reason: `${error.code}: ${error.message}` };
  const fault = error instanceof EtalonError ? FAULTS[error.code] : undefined;
  if (!(error instanceof EtalonError) || fault === undefined) throw error;
  const timedOut = error.details['timed_out'] === true;
  return { status: 'error', fault: timedOut ? 'timed_out' : fault, reason: `${error.code}: ${error.message}` };
}

/** An answer that came and cannot be used. */
export function malformed(problem: string): Failed {
  return { status: 'error', fault: 'malformed', reason: `LLM_BAD_ANSWER: ${problem}` };
}
