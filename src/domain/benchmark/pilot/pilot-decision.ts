import type { Pilot, PilotApproval, PilotRun } from './pilot.js';

/** GO, NO-GO, or nothing yet because an approval is missing. */
export interface PilotDecision {
  readonly decision: 'GO' | 'NO_GO' | 'PENDING';
  /** What stands in the way; for GO what is to be known all the same. */
  readonly reasons: readonly string[];
}

/**
 * NO_GO when a step has no result, a metric failed or had too little data, the live run is worse than the stored scores,
 * or somebody rejected. PENDING while a required approval is missing. Else GO. A role's last word counts, and only words
 * about these results.
 */
export function decidePilot(pilot: Pilot): PilotDecision {
  const against = [...problemsOf(pilot), ...rejections(pilot)];
  if (against.length > 0) return { decision: 'NO_GO', reasons: against };
  const missing = pilot.required_roles.filter((role) => lastWord(pilot, role) === undefined);
  if (missing.length > 0) {
    const reasons = missing.map((role) => `The approval of ${role} is missing.`);
    return { decision: 'PENDING', reasons: [...reasons, ...sharedRoles(pilot)] };
  }
  const known = [...sharedRoles(pilot), ...warnings(pilot.baseline), ...warnings(pilot.live), ...undecided(pilot)];
  return { decision: 'GO', reasons: known };
}

/** Roles stand for different views: whoever speaks for several is named, for four eyes may be fewer than they seem. */
function sharedRoles(pilot: Pilot): readonly string[] {
  const words = pilot.required_roles.map((role) => lastWord(pilot, role)).filter((word) => word !== undefined);
  const people = new Map<string, readonly PilotApproval[]>();
  for (const word of words) people.set(personOf(word), [...(people.get(personOf(word)) ?? []), word]);
  const shared = [...people.values()].filter((of) => of.length > 1);
  return shared.map((of) => {
    const all = of.length === pilot.required_roles.length ? `all ${of.length} roles were` : `${of.length} roles were`;
    const roles = of.map(({ role }) => role).join(', ');
    return `WARNING: ${all} approved by one person, ${of[0]?.reviewer ?? ''}: ${roles}.`;
  });
}

function personOf({ reviewer }: PilotApproval): string {
  return reviewer.normalize('NFKC').trim().toLowerCase();
}

function problemsOf(pilot: Pilot): readonly string[] {
  const runs = [
    ...[...runProblems('baseline', pilot.baseline), ...lackingScores(pilot.baseline)],
    ...runProblems('live run', pilot.live),
  ];
  const problem = pilot.problem === null ? [] : [pilot.problem];
  const { comparison } = pilot;
  if (comparison === null) return [...problem, ...runs, 'The live run was not compared with the baseline.'];
  const worse = comparison.verdict === 'worse' ? [`The live run is worse. ${comparison.reason}`] : [];
  return [...problem, ...runs, ...worse];
}

function runProblems(what: string, run: PilotRun | null): readonly string[] {
  if (run === null) return [`There is no ${what}.`];
  const failed = run.metrics.filter(({ verdict }) => verdict === 'FAIL' || verdict === 'INSUFFICIENT');
  const metrics = failed.map(({ name, verdict }) => `${name} of the ${what} is ${verdict}.`);
  if (run.verdict === null || run.metrics.length === 0)
    return [...metrics, `The ${what} has no verdict: ${run.status}.`];
  return run.status === 'completed' ? metrics : [...metrics, `The ${what} is not complete: ${run.status}.`];
}

/** What to do about a baseline that says nothing because documents carry no scores. */
function lackingScores(baseline: PilotRun | null): readonly string[] {
  const { scored, total } = baseline?.samples ?? { scored: 0, total: 0 };
  const isLacking = baseline?.metrics.some(({ verdict }) => verdict === 'INSUFFICIENT') === true;
  if (!isLacking || scored === total) return [];
  return [
    `${scored} of ${total} samples carry scores of a judge: \`etalon dataset score\` writes them into the store; then ` +
      'export again and run the pilot again.',
  ];
}

function rejections(pilot: Pilot): readonly string[] {
  const roles = new Set(pilot.approvals.map(({ role }) => role));
  const rejected = [...roles].map((role) => lastWord(pilot, role)).filter((word) => word?.verdict === 'reject');
  return rejected.map((word) => `${word?.reviewer ?? ''} (${word?.role ?? ''}) rejected it.`);
}

function lastWord({ approvals, hash }: Pilot, role: string): PilotApproval | undefined {
  return approvals.filter((approval) => approval.role === role && approval.hash === hash).at(-1);
}

function warnings(run: PilotRun | null): readonly string[] {
  const warned = run?.metrics.filter(({ verdict, strength }) => verdict === 'WARN' || strength === 'weak') ?? [];
  return warned.map(
    ({ name, verdict, strength }) => `${name} is ${verdict} (${strength ?? 'no strength'}), run ${run?.run_id ?? ''}.`,
  );
}

function undecided({ comparison }: Pilot): readonly string[] {
  return comparison?.verdict === 'undecided' ? [`The comparison decides nothing. ${comparison.reason}`] : [];
}
