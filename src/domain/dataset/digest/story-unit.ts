/** A sentence of a post that may go into the digest. */
export interface Candidate {
  readonly text: string;
  /** Its place among all sentences of its unit, 0 for the title or, without one, the first sentence. */
  readonly order: number;
  /** Whether it can be understood without the sentence before it. */
  readonly standalone: boolean;
  /** Whether it may follow the headline directly. */
  readonly followsHeadline: boolean;
  /** How little like news it sounds, 0…1. */
  readonly chattiness: number;
}

/** What tells one story: a post, or one line of a post that is a round-up of headlines. */
export interface StoryUnit {
  /** Index of its post in the day. */
  readonly post: number;
  /** The post's headline without final punctuation, where it has a proper one. */
  readonly title?: string;
  /** Whether the headline is a whole sentence that can stand alone. */
  readonly titleStands: boolean;
  readonly candidates: readonly Candidate[];
  /** The share of its sentences that serve the channel and not the reader, 0…1. */
  readonly solicitation: number;
  /** Everything that the unit says, for its topic. */
  readonly text: string;
}
