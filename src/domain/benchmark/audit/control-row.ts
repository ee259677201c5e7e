import type { Scores } from '../../dataset/judge-scores.js';
import { exactSum } from '../../statistics/exact-sum.js';
import type { ControlRow } from './judge-audit.js';

/** What a judge said of one text, or that it said nothing. */
type Judged = { readonly scores: Readonly<Record<string, number>> } | { readonly missing: string } | undefined;

/** How much lower the rewritten samples score than the same as they were: what an innocent rewrite costs. */
export function controlRow(metric: keyof Scores, pairs: readonly (readonly [Judged, Judged])[]): ControlRow {
  const drops = pairs.flatMap(([original, rewritten]) => {
    const [before, after] = [scoreOf(original, metric), scoreOf(rewritten, metric)];
    return before === undefined || after === undefined ? [] : [before - after];
  });
  return { metric, samples: drops.length, meanDrop: drops.length === 0 ? null : exactSum(drops) / drops.length };
}

function scoreOf(judged: Judged, metric: string): number | undefined {
  return judged !== undefined && 'scores' in judged ? judged.scores[metric] : undefined;
}
