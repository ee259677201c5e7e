/**
 * What a pilot's file holds; members are named as in the document (schema `pilot.schema.json`), which people read and
 * sign.
 */
export interface Pilot {
  readonly schema_version: 1;
  readonly stage: string;
  readonly scenario: string;
  /** The roles whose approval a GO needs. */
  readonly required_roles: readonly string[];
  readonly started_at: string;
  /** Stored scores, summed up; `null` when there was none to be had, and `problem` says why. */
  readonly baseline: PilotRun | null;
  /** Scores that were made now. */
  readonly live: PilotRun | null;
  readonly comparison: PilotComparison | null;
  /** Why a step has no result; `null` for nothing. */
  readonly problem: string | null;
  /** SHA-256 over everything above: what an approval is bound to. */
  readonly hash: string;
  readonly approvals: readonly PilotApproval[];
  /** SHA-256 over the whole record but this: an approval that was edited by hand shows. */
  readonly seal: string;
}

/** One run of a pilot. */
export interface PilotRun {
  readonly run_id: string;
  readonly status: string;
  readonly verdict: string | null;
  readonly preregistration: string;
  readonly dataset_sha256: string;
  readonly judge: string;
  readonly samples: { readonly total: number; readonly scored: number };
  readonly metrics: readonly PilotMetric[];
}

/** A metric of a pilot's run. */
export interface PilotMetric {
  readonly name: string;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly verdict: string;
  readonly strength: string | null;
}

/** The live run against the stored scores. */
export interface PilotComparison {
  readonly verdict: string;
  readonly reason: string;
}

/** A person's word on exactly these results. */
export interface PilotApproval {
  readonly role: string;
  readonly reviewer: string;
  readonly verdict: 'approve' | 'reject';
  readonly note: string;
  readonly at: string;
  /** The results that were approved. */
  readonly hash: string;
}

/** What an approval is bound to: the pilot without its hash, its approvals and its seal. */
export type PilotResults = Omit<Pilot, 'hash' | 'approvals' | 'seal'>;
