import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { PageLanguage } from './page-words.js';
import { PAGE_WORDS } from './page-words.js';
import { performanceBlock } from './performance-block.js';

/**
 * The page of benchmark results with this run in the place of its scenario: what stands between the scenario's markers is
 * replaced, a scenario that is new goes to the end, and everything outside the markers stays.
 *
 * @param page what the page says now; `undefined` for none
 */
export function performancePage(page: string | undefined, run: BenchmarkRun, language: PageLanguage): string {
  const words = PAGE_WORDS[language];
  const [begin, end] = markersOf(run.scenario);
  const block = `${begin}\n\n${performanceBlock(run, words)}\n\n${end}`;
  if (page === undefined) return `# ${words.title}\n\n${words.introduction}\n\n${block}\n`;
  const from = lineOf(page, begin, 0);
  const to = lineOf(page, end, from);
  if (from < 0 || to < 0) return `${page.trimEnd()}\n\n${block}\n`;
  return page.slice(0, from) + block + page.slice(to + end.length);
}

/** Where a line begins that is nothing but this text: what stands inside a line is somebody's text. */
function lineOf(page: string, text: string, from: number): number {
  for (let at = page.indexOf(text, from); at >= 0; at = page.indexOf(text, at + 1))
    if ((at === 0 || page[at - 1] === '\n') && (page[at + text.length] ?? '\n') === '\n') return at;
  return -1;
}

/** HTML comments, which readers of the page do not see; a name cannot end one. */
function markersOf(scenario: string): readonly [string, string] {
  const name = scenario.replaceAll(/[^\p{L}\p{N}_.-]|--/gu, '_');
  return [`<!-- etalon:benchmark:${name} -->`, `<!-- /etalon:benchmark:${name} -->`];
}
