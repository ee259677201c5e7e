import type { Provenance } from './provenance.js';

/** What wrote a record. */
export interface Generator {
  readonly name: string;
  readonly version: string;
  readonly seed: number;
}

/** Switches of the pipeline that were on or off when a record was made. */
export type FeatureFlags = Readonly<Record<string, boolean>>;

/** Facts about how a record came to be, the same for both kinds of record. */
export interface SampleMetadata {
  readonly featureFlags: FeatureFlags;
  readonly llmModel: string;
  readonly provenance: Provenance;
  readonly generator?: Generator;
}
