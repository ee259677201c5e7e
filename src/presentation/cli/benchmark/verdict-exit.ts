import type { Verdict } from '../../../domain/benchmark/metric-result.js';
import type { ExitCode } from '../exit-code.js';

/** The exit code of a verdict: FAIL 2, INSUFFICIENT (or none) 4, WARN 3 when it is to fail, else 0. */
export function verdictExit(verdict: Verdict | null, failOnWarn: boolean): ExitCode {
  if (verdict === 'FAIL') return 2;
  if (verdict === 'INSUFFICIENT' || verdict === null) return 4;
  return verdict === 'WARN' && failOnWarn ? 3 : 0;
}
