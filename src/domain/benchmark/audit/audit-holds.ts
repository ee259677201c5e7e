import type { DefectRow, InjectionRow } from './judge-audit.js';

/**
 * Whether a judge stands an audit: no row says no, and each metric that ought to see something was tested on at least one
 * defect. What the data offers no place for is shown as not tested; it is neither a pass nor a failure.
 */
export function auditHolds(defects: readonly DefectRow[], injections: readonly InjectionRow[]): boolean {
  const expected = defects.filter((row) => row.expected === true);
  const metrics = new Set(expected.map(({ metric }) => metric));
  const seen = new Set(expected.flatMap(({ metric, ok }) => (ok === true ? [metric] : [])));
  return metrics.size === seen.size && [...defects, ...injections].every(({ ok }) => ok !== false);
}
