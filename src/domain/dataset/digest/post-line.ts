/** A line of a post, freed of Markdown, links, emoji, hashtags and bullets. */
export interface PostLine {
  /** What is left to read; never empty. */
  readonly text: string;
  /** Whether a bullet, a number or an emoji led it. */
  readonly item: boolean;
  /** Whether all of it was set in bold or as a heading. */
  readonly strong: boolean;
  /** Whether all of it was one link. */
  readonly linked: boolean;
}
