import type { RejectedRecord } from '../../../domain/dataset/coverage/dataset-report.js';
import { comparableContent } from '../../../domain/dataset/comparable-content.js';
import { scoresContent } from '../../../domain/dataset/sample-content.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import type { RuleViolation } from '../../../domain/dataset/validation/rule-violation.js';
import { canonicalJson } from '../../../domain/shared/canonical-json.js';
import type { Hasher, IncrementalHash } from '../../ports/hasher.port.js';

/** Checks a record against the rules of data sets. */
export type SampleCheck = (sample: Sample) => readonly RuleViolation[];

/** One pass over the records of a data set: hashes their contents and scores, and checks them. */
export class DatasetScan {
  readonly #whole: IncrementalHash;
  readonly #scores: IncrementalHash;
  readonly #channels = new Map<string, IncrementalHash>();
  readonly rejected: RejectedRecord[] = [];
  #records = 0;
  #scored = 0;

  constructor(
    private readonly hasher: Hasher,
    private readonly check: SampleCheck,
  ) {
    this.#whole = hasher.incremental();
    this.#scores = hasher.incremental();
  }

  get records(): number {
    return this.#records;
  }

  add(sample: Sample): void {
    this.#records += 1;
    const line = `${this.hasher.hash(canonicalJson(comparableContent(sample)))}\n`;
    this.#whole.update(line);
    this.#channelHash(sample.channel).update(line);
    if (sample.judge !== undefined) {
      this.#scored += 1;
      this.#scores.update(`${canonicalJson([sample.id, scoresContent(sample.judge)])}\n`);
    }
    const rules = this.check(sample);
    if (rules.length > 0) this.rejected.push({ id: sample.id, channel: sample.channel, rules });
  }

  /** A document that is there and cannot be read: it counts, into the hashes too, and is rejected. */
  addUnreadable(id: string, { message }: Error): void {
    this.#records += 1;
    this.#whole.update(`unreadable ${id}\n`);
    this.rejected.push({ id, channel: '', rules: [{ rule: 'document_readable', message }] });
  }

  /** Ends the pass; call it once. */
  finish(): { datasetHash: string; scoresHash: string | null; channelHashes: ReadonlyMap<string, string> } {
    return {
      datasetHash: this.#whole.digest(),
      scoresHash: this.#scored === 0 ? null : this.#scores.digest(),
      channelHashes: new Map([...this.#channels].map(([channel, hash]) => [channel, hash.digest()])),
    };
  }

  #channelHash(channel: string): IncrementalHash {
    const known = this.#channels.get(channel);
    if (known !== undefined) return known;
    const made = this.hasher.incremental();
    this.#channels.set(channel, made);
    return made;
  }
}
