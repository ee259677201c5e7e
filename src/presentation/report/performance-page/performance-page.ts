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
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) return `${page.trimEnd()}\n\n${block}\n`;
  return page.slice(0, from) + block + page.slice(to + end.length);
}

/** HTML comments, which readers of the page do not see; a name cannot end one. */
function markersOf(scenario: string): readonly [string, string] {
  const name = scenario.replaceAll(/[^\p{L}\p{N}_.-]|--/gu, '_');
  return [`<!-- etalon:benchmark:${name} -->`, `<!-- /etalon:benchmark:${name} -->`];
}
