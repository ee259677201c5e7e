import type { Channel } from '../../../domain/dataset/channel.js';
import type { DigestSample } from '../../../domain/dataset/digest-sample.js';
import type { Post } from '../../../domain/dataset/post.js';
import { reviewDigest } from '../../../domain/dataset/review/review-digest.js';
import type { ReviewReportSample } from '../../../domain/dataset/review-report-sample.js';
import { sampleId } from '../../../domain/dataset/sample-ids.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import type { TimeZone } from '../../../domain/time/time-zone.js';
import type { Clock } from '../../ports/clock.port.js';
import type { Digester } from '../../ports/digester.port.js';
import type { TextTools } from '../../ports/text-tools.port.js';

const MS_PER_SECOND = 1000;
const MS_PER_HOUR = 3_600_000;

/** A day of a channel, ready to be digested. */
export interface DayInput {
  readonly channel: Channel;
  readonly day: CalendarDay;
  readonly posts: readonly Post[];
  readonly provenance: 'imported' | 'synthetic';
}

/** Makes the two records of a channel's day, and measures how long each took. */
export class SampleBuilder {
  constructor(
    private readonly ports: { readonly digester: Digester; readonly clock: Clock; readonly textTools: TextTools },
    private readonly zone: TimeZone,
    private readonly seed: number,
  ) {}

  async build(input: DayInput): Promise<{ readonly digest: DigestSample; readonly review: ReviewReportSample }> {
    const digest = await this.#digest(input);
    return { digest, review: this.#review(input, digest) };
  }

  // eslint-disable-next-line max-lines-per-function -- a builder: one line a field
  async #digest({ channel, day, posts, provenance }: DayInput): Promise<DigestSample> {
    const { digester, clock } = this.ports;
    const begun = clock.monotonic();
    const { markdown, latencySeconds } = await digester.digest({ channel, day, posts });
    return {
      kind: 'digests',
      id: sampleId('digests', channel, day),
      channel,
      language: 'ru',
      summaryMarkdown: markdown,
      posts,
      latencySeconds: latencySeconds ?? (clock.monotonic() - begun) / MS_PER_SECOND,
      createdAt: this.zone.endOf(day),
      metadata: {
        featureFlags: digester.featureFlags,
        llmModel: digester.model,
        provenance,
        generator: { name: digester.name, version: digester.version, seed: this.seed },
        timeRangeHours: (this.zone.endOf(day) + 1 - this.zone.startOf(day)) / MS_PER_HOUR,
      },
    };
  }

  // eslint-disable-next-line max-lines-per-function -- a builder: one line a field
  #review({ channel, day }: DayInput, digest: DigestSample): ReviewReportSample {
    const { clock, textTools } = this.ports;
    const begun = clock.monotonic();
    const { synthesis, passes } = reviewDigest(digest, textTools);
    const { featureFlags, provenance } = digest.metadata;
    return {
      kind: 'review_reports',
      id: sampleId('review_reports', channel, day),
      channel,
      language: 'ru',
      synthesis,
      passes,
      latencySeconds: (clock.monotonic() - begun) / MS_PER_SECOND,
      createdAt: digest.createdAt,
      metadata: {
        featureFlags,
        llmModel: REVIEWER.name,
        provenance,
        generator: { ...REVIEWER, seed: this.seed },
      },
    };
  }
}

/** The reviewer is built in: rules over stems, no language model. */
const REVIEWER = { name: 'etalon-reviewer', version: '1.0.0' } as const;
