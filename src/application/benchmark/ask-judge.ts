import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { NO_USAGE, ONE_CALL } from '../../domain/benchmark/judge-usage.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ExportRecord } from '../../domain/export/export-record.js';
import type { CallAllowance, Judge, Judgement } from '../ports/judge.port.js';
import { isGivenUp } from './is-given-up.js';
import { patiently } from './patiently.js';

/** What is put to a judge. */
export interface JudgeQuestion {
  readonly judge: Judge;
  readonly record: ExportRecord;
  readonly signal: AbortSignal | undefined;
  /** Which judging of the same sample this is, from 1. */
  readonly attempt: number;
  readonly allowance: CallAllowance;
}

/** A judgement with what it cost. */
export type AskedJudgement = Judgement & { readonly usage: JudgeUsage };

const GIVEN_UP = { status: 'given_up', reason: 'nobody waits for the answer any more' } as const;
const ABANDONED: AskedJudgement = { ...GIVEN_UP, usage: { ...ONE_CALL, unanswered: 1 } };

/**
 * Asks a judge. One that fails is an error of that sample, never a low score; one that is given up has cost what it sent.
 *
 * @throws defects of the judge: they are no judgement.
 */
export async function askJudge({ judge, record, signal, ...rest }: JudgeQuestion): Promise<AskedJudgement> {
  if (signal?.aborted === true) return { ...GIVEN_UP, usage: NO_USAGE };
  try {
    const asked = judge.judge(record, signal, rest.attempt, rest.allowance);
    // Nobody waits for a judge that costs nothing, so that nothing is spent on it here either.
    const judgement = await (judge.cost === 'free' ? asked : patiently(signal, asked));
    return judgement === undefined ? ABANDONED : { ...judgement, usage: judgement.usage ?? ONE_CALL };
  } catch (error) {
    if (isGivenUp(error, signal)) return ABANDONED;
    if (!(error instanceof EtalonError) || error.code === 'INTERRUPTED') throw error;
    return { status: 'error', fault: 'failed', reason: `${error.code}: ${error.message}`, usage: ONE_CALL };
  }
}
