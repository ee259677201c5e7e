import { cleanText } from './clean-text.js';
import { headlineOf } from './headline.js';
import { withoutSignOff } from './sign-off.js';

/** A post's parts as a digest keeps them. */
export interface NormalisedPost {
  /** The headline, plain text; empty when nothing of the post can be read aloud. */
  readonly title: string;
  /** One or two sentences after it, plain text; may be empty. */
  readonly summary: string;
  /** All of it as Markdown, without the channel's sign-off. */
  readonly text: string;
}

/** Brings a post as its source gives it to the form in which rules look at it and digests keep it. */
export function normalisePost(markdown: string): NormalisedPost {
  const text = withoutSignOff(cleanText(markdown)).trimEnd();
  const { title, lead } = headlineOf(text);
  return { title, summary: lead, text };
}
