import type { Verdict } from '../../../domain/benchmark/metric-result.js';

/** The class that colours a verdict; the word itself always stands beside the colour. */
export function verdictClass(verdict: Verdict | null): 'pass' | 'warn' | 'fail' | 'none' {
  if (verdict === 'PASS') return 'pass';
  if (verdict === 'WARN') return 'warn';
  return verdict === 'FAIL' ? 'fail' : 'none';
}
