import type { Provenance } from '../provenance.js';
import type { SampleKind } from '../sample.js';

/** One line of the automatic checklist. */
export interface SpotcheckItem {
  readonly item: string;
  readonly ok: boolean;
  readonly note: string;
}

/** One record that was drawn, with what the automatic checklist says of it. */
export interface SpotcheckSample {
  readonly kind: SampleKind;
  readonly id: string;
  readonly channel: string;
  /** A synthetic record was made to fill a gap: some or all of its posts are not real. */
  readonly provenance: Provenance;
  /** ISO 8601 in UTC. */
  readonly created_at: string;
  /** SHA-256 of the canonical JSON of its content: what a person saw is what they signed. */
  readonly content_hash: string;
  readonly checks: readonly SpotcheckItem[];
}

/** What was drawn, how, and what the checklist says: the part that a sign-off is bound to. */
export interface SpotcheckDraw {
  readonly dataset: string;
  readonly window: {
    readonly start: string;
    readonly end: string;
    readonly days: number;
    readonly timezone: string;
  };
  readonly seed: number;
  readonly per_channel: number;
  /** Samples whose checks all hold, and the others. */
  readonly passed: number;
  readonly failed: number;
  /** Digests first, then review reports; by channel, time and id. */
  readonly samples: readonly SpotcheckSample[];
}

/** A person's word on the samples of one spot check. */
export interface SignOff {
  readonly reviewer: string;
  readonly role: 'engineer' | 'analyst';
  readonly verdict: 'ok' | 'rework';
  readonly note: string;
  /** ISO 8601 in UTC. */
  readonly signed_at: string;
  /** The hash of the draw that was signed. */
  readonly hash: string;
}

/** A spot check as `ru_spotcheck.json` holds it. */
export interface Spotcheck extends SpotcheckDraw {
  readonly schema_version: 1;
  /** SHA-256 of the canonical JSON of the draw. */
  readonly hash: string;
  readonly sign_offs: readonly SignOff[];
}

/** Whether every line of the automatic checklist holds for a sample. */
export function passesChecks(sample: SpotcheckSample): boolean {
  return sample.checks.every(({ ok }) => ok);
}

/** The draw inside a spot check, without hash and sign-offs. */
export function drawOf(spotcheck: SpotcheckDraw): SpotcheckDraw {
  const { dataset, window, seed, per_channel, passed, failed, samples } = spotcheck;
  return { dataset, window, seed, per_channel, passed, failed, samples };
}
