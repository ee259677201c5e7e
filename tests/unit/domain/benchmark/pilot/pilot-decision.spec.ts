import { expect } from 'chai';

import type { Pilot, PilotApproval, PilotRun } from '#etalon/domain/benchmark/pilot/pilot.js';
import { decidePilot } from '#etalon/domain/benchmark/pilot/pilot-decision.js';
import { pilotLog } from '#etalon/domain/benchmark/pilot/pilot-log.js';

const HASH = 'a'.repeat(64);
const metric = (verdict: string, strength: string | null = 'strong') => ({
  ...{ name: 'coverage', estimate: 0.9, lower: 0.88, upper: 0.92, verdict, strength },
});
const run = (changes: Partial<PilotRun> = {}): PilotRun => ({
  ...{ run_id: 'run-1', status: 'completed', verdict: 'PASS', preregistration: HASH, dataset_sha256: HASH },
  ...{ judge: 'lexical', samples: { total: 10, scored: 10 }, metrics: [metric('PASS')] },
  ...changes,
});
const word = (role: string, changes: Partial<PilotApproval> = {}): PilotApproval => ({
  ...{
    role,
    reviewer: role === 'lead' ? 'A | B' : 'C',
    verdict: 'approve',
    note: '',
    at: '2024-12-04T00:00:00.000Z',
    hash: HASH,
  },
  ...changes,
});
const pilot = (changes: Partial<Pilot> = {}): Pilot => ({
  ...{ schema_version: 1, stage: '05_03', scenario: 'channel_digest_ru', required_roles: ['lead', 'analyst'] },
  ...{ started_at: '2024-12-04T00:00:00.000Z', baseline: run(), live: run({ run_id: 'run-2' }), problem: null },
  ...{ comparison: { verdict: 'equivalent', reason: 'All results are identical.' }, hash: HASH },
  ...{ approvals: [word('lead'), word('analyst')], seal: HASH },
  ...changes,
});

describe('decidePilot', () => {
  it('says GO when every metric holds and every role approved', () => {
    expect(decidePilot(pilot())).to.deep.equal({ decision: 'GO', reasons: [] });
  });

  it('waits for approvals, and counts only those of these results', () => {
    const approvals = [word('lead'), word('analyst', { hash: 'b'.repeat(64) })];
    expect(decidePilot(pilot({ approvals }))).to.deep.equal({
      ...{ decision: 'PENDING', reasons: ['The approval of analyst is missing.'] },
    });
    expect(decidePilot(pilot({ approvals: [] })).reasons).to.have.length(2);
  });

  it('never says GO over a failed or missing metric, a missing step, or a worse run', () => {
    const cases: readonly Partial<Pilot>[] = [
      { live: run({ verdict: 'FAIL', metrics: [metric('FAIL')] }) },
      { baseline: run({ verdict: 'INSUFFICIENT', metrics: [metric('INSUFFICIENT')] }) },
      { live: run({ verdict: null, metrics: [] }) },
      { live: run({ status: 'budget_exhausted' }) },
      { baseline: null },
      { live: null },
      { comparison: null },
      { comparison: { verdict: 'worse', reason: 'Worse: coverage.' } },
      { problem: 'The dry run failed: no scores' },
    ];
    for (const changes of cases) {
      const { decision, reasons } = decidePilot(pilot(changes));
      expect(decision, JSON.stringify(changes)).to.equal('NO_GO');
      expect(reasons).to.not.be.empty;
    }
  });

  it("takes a role's last word", () => {
    const rejected = [word('lead'), word('analyst'), word('analyst', { verdict: 'reject' })];
    expect(decidePilot(pilot({ approvals: rejected }))).to.deep.equal({
      ...{ decision: 'NO_GO', reasons: ['C (analyst) rejected it.'] },
    });
    expect(decidePilot(pilot({ approvals: [...rejected, word('analyst')] })).decision).to.equal('GO');
  });

  it('says what is weak or warned although it is GO', () => {
    const live = run({ metrics: [metric('WARN', 'weak')] });
    expect(decidePilot(pilot({ live }))).to.deep.equal({
      ...{ decision: 'GO', reasons: ['coverage is WARN (weak), run run-1.'] },
    });
  });
});

describe('one person for several roles', () => {
  const known = (approvals: readonly PilotApproval[], roles = ['lead', 'analyst']) =>
    decidePilot(pilot({ approvals, required_roles: roles }));

  it('is allowed, and said wherever the decision is', () => {
    const both = [word('lead', { reviewer: 'Анна' }), word('analyst', { reviewer: ' анна ' })];
    const warning = 'WARNING: all 2 roles were approved by one person, Анна: lead, analyst.';
    expect(known(both)).to.deep.equal({ decision: 'GO', reasons: [warning] });
    expect(pilotLog(pilot({ approvals: both }))).to.include('WARNING: all 2 roles were approved by one person');
    const roles = ['lead', 'analyst', 'devops'];
    const [missing, some] = known(both, roles).reasons;
    expect(missing).to.equal('The approval of devops is missing.');
    expect(some).to.equal('WARNING: 2 roles were approved by one person, Анна: lead, analyst.');
  });

  it('is no matter where it is two people, or one had the last word before', () => {
    expect(known([word('lead'), word('analyst')]).reasons).to.deep.equal([]);
    const replaced = [word('lead', { reviewer: 'C' }), word('analyst'), word('lead')];
    expect(known(replaced).reasons).to.deep.equal([]);
  });
});

describe('a NO-GO for want of scores', () => {
  it('says how to make them', () => {
    const bare = { verdict: 'INSUFFICIENT', metrics: [metric('INSUFFICIENT', null)] };
    const told = (scored: number) =>
      decidePilot(pilot({ baseline: run({ ...bare, samples: { total: 10, scored } }) })).reasons.join('\n');
    expect(told(3)).to.include('3 of 10 samples carry scores').and.to.include('`etalon dataset score`');
    expect(told(10)).not.to.include('dataset score');
  });
});

describe('a GO over a comparison that decides nothing', () => {
  it('says so', () => {
    const comparison = { verdict: 'undecided', reason: 'Nothing can be said of coverage.' };
    expect(decidePilot(pilot({ comparison }))).to.deep.equal({
      ...{ decision: 'GO', reasons: ['The comparison decides nothing. Nothing can be said of coverage.'] },
    });
  });
});

describe('pilotLog', () => {
  it('says decision, results, and who said what about which results', () => {
    const approvals = [word('lead', { note: 'looked | well' }), word('analyst', { hash: 'b'.repeat(64) })];
    const log = pilotLog(pilot({ approvals }));
    expect(log).to.include('**Decision: PENDING**').and.to.include('A \\| B');
    expect(log).to.include('approve (of other results: void)').and.to.include('| analyst | – | missing |');
    expect(log).to.include('| coverage | 0.9 | 0.88 … 0.92 | PASS | strong |');
    expect(pilotLog(pilot({ baseline: null, comparison: null }))).to.include('None.');
  });
});
