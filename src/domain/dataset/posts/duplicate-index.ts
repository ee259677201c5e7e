import type { Instant } from '../../time/instant.js';
import type { Channel } from '../channel.js';
import { ExactKeys } from './exact-keys.js';
import type { NearDuplicateRules } from './near-duplicate-index.js';
import { NearDuplicateIndex } from './near-duplicate-index.js';
import { mixed, wordHash } from './word-hash.js';
import { wordHashes } from './word-hashes.js';

/** What is compared of a post. */
export interface ComparedPost {
  readonly channel: Channel;
  readonly date: Instant;
  /** Markdown without the channel's sign-off. */
  readonly text: string;
}

const MS_PER_DAY = 86_400_000;

const RULES: NearDuplicateRules = {
  threshold: 0.6,
  numbersThreshold: 0.9,
  fewestWords: 8,
  span: 7 * MS_PER_DAY,
  remembered: 4096,
};

/**
 * Finds posts that a channel has already had: word for word at any time, and nearly so within a week. The first one
 * stays. The same posts in the same order give the same answers everywhere. It holds 11 to 22 bytes for each post and
 * the shingles of the newest 4,096.
 */
export class DuplicateIndex {
  readonly #exact = new ExactKeys();
  readonly #near: NearDuplicateIndex;

  constructor(rules: NearDuplicateRules = RULES) {
    this.#near = new NearDuplicateIndex(rules);
  }

  /** Says what a post is beside the ones before it, and remembers it. Posts without a word are never duplicates. */
  add(post: ComparedPost): 'new' | 'duplicate' | 'near_duplicate' {
    const hashes = wordHashes(post.text);
    if (hashes.words.length === 0) return 'new';
    const salt = wordHash(post.channel);
    const [high, low] = textKey(hashes.words, salt);
    if (!this.#exact.add(high, low)) return 'duplicate';
    return this.#near.add(salt, post.date, hashes) ? 'near_duplicate' : 'new';
  }
}

/** Two hashes of all words in order, each started and multiplied by another number. */
function textKey(words: Uint32Array, salt: number): readonly [number, number] {
  let [high, low] = [mixed(salt ^ 0x2545f491), mixed(salt + 0x6c078965)];
  for (const word of words) {
    high = mixed(Math.imul(high, 0x01000193) ^ word);
    low = mixed((Math.imul(low, 0x5bd1e995) + word) | 0);
  }
  return [high, low];
}
