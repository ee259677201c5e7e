import type { Post } from '../dataset/post.js';
import type { Finding, ReviewPass, ReviewReportSample } from '../dataset/review-report-sample.js';
import type { Sample } from '../dataset/sample.js';

/**
 * What the pipeline had before it, as one text. A digest: each post's title, summary and text joined with a space, posts
 * with a newline. A report: each pass as `[pass_name] summary`, then a line for each recommendation and finding, passes
 * parted by an empty line. Parts that are empty leave no separator behind.
 */
export function sourceText(sample: Sample): string {
  return sample.kind === 'digests' ? postsText(sample.posts) : passesText(sample.passes);
}

/** The source text of a digest's posts; with another newline also of texts that are escaped. */
export function postsText(posts: readonly Pick<Post, 'title' | 'summary' | 'text'>[], newline = '\n'): string {
  return posts.map(({ title, summary, text }) => joined(title, summary, text)).join(newline);
}

function passesText(passes: ReviewReportSample['passes']): string {
  return passes.map(passText).join('\n\n');
}

function passText(pass: ReviewPass): string {
  return [
    joined(`[${pass.name}]`, pass.summary),
    ...pass.recommendations.map((recommendation) => joined('Recommendation:', recommendation)),
    ...pass.findings.map(findingText),
  ].join('\n');
}

function findingText({ title, description }: Finding): string {
  return joined('Finding:', title, description);
}

function joined(...parts: readonly string[]): string {
  return parts.reduce((text, part) => (text === '' || part === '' ? text + part : `${text} ${part}`), '');
}
