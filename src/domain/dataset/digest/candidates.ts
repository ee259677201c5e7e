import { sentencesOf } from '../../text/sentences.js';
import type { PostLine } from './post-line.js';
import { finished, isWholeSentence } from './sentence-shape.js';
import { isDangling, opensLikeTalk } from './sentence-start.js';
import { chattiness, isSolicitation } from './sentence-tone.js';
import type { Candidate } from './story-unit.js';

/** A sentence of a post, good or bad. */
export interface BodySentence {
  readonly text: string;
  /** Whether it stands in a list, whose points lean on each other. */
  readonly listed: boolean;
  /** Whether it serves the channel and not the reader. */
  readonly solicits: boolean;
}

/** The sentences of the lines of a post, in order. */
export function bodySentences(lines: readonly PostLine[]): readonly BodySentence[] {
  return lines.flatMap((line, at) => {
    const listed = line.item && (lines[at - 1]?.item === true || lines[at + 1]?.item === true);
    return sentencesOf(line.text).map((text) => ({ text, listed, solicits: isSolicitation(text) }));
  });
}

/**
 * Those sentences that a digest may use.
 *
 * @param from the order of the first one: 1 after a headline, else 0.
 */
export function candidatesOf(sentences: readonly BodySentence[], from: 0 | 1): readonly Candidate[] {
  const lonely = sentences.length + from === 1;
  return sentences.flatMap(({ text, listed, solicits }, index) => {
    const whole = lonely ? finished(text) : text;
    const isFirst = from + index === 0;
    if (listed || (whole === text && solicits) || !isWholeSentence(whole, isFirst)) return [];
    if (whole !== text && isSolicitation(whole)) return [];
    return [candidateOf(whole, from + index)];
  });
}

function candidateOf(text: string, order: number): Candidate {
  return {
    text,
    order,
    standalone: !isDangling(text, order === 0),
    followsHeadline: order === 1 && !opensLikeTalk(text),
    chattiness: chattiness(text),
  };
}
