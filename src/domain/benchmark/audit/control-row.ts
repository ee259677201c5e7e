import type { Scores } from '../../dataset/judge-scores.js';
import { exactSum } from '../../statistics/exact-sum.js';
import type { ControlRow } from './judge-audit.js';

/** What a judge said of one text, or that it said nothing. */
interface Judged {
  readonly clean: { readonly scores: Readonly<Record<string, number>> } | { readonly skipped: string };
}

/** How much lower the rewritten samples score than the same as they were: what an innocent rewrite costs. */
export function controlRow(
  metric: keyof Scores,
  original: readonly Judged[],
  rewritten: readonly Judged[],
): ControlRow {
  const drops = original.flatMap((sample, index) => {
    const [before, after] = [scoreOf(sample, metric), scoreOf(rewritten[index], metric)];
    return before === undefined || after === undefined ? [] : [before - after];
  });
  return { metric, samples: drops.length, meanDrop: drops.length === 0 ? null : exactSum(drops) / drops.length };
}

function scoreOf(judged: Judged | undefined, metric: string): number | undefined {
  return judged !== undefined && 'scores' in judged.clean ? judged.clean.scores[metric] : undefined;
}
