import { briefItem, mainItem } from './compose-item.js';
import type { DigestItem } from './digest-item.js';
import { itemLength } from './digest-item.js';
import type { ScoredUnit } from './scored-unit.js';
import { cosine } from './sparse-vector.js';
import type { Story } from './story.js';

/** A digest's bullets in the order of reading. */
export interface SelectedItems {
  readonly main: readonly DigestItem[];
  readonly brief: readonly DigestItem[];
}

const RELEVANCE = 0.8;
const STORIES_PER_MAIN = 4;
const FEWEST_MAIN = 3;
const MOST_MAIN = 5;
const MOST_BRIEF = 12;
/** The part of the room that main items may take. */
const MAIN_SHARE = 0.7;

/** Chooses what is told, the most important first, until the room (characters) is used up. */
export function selectItems(stories: readonly Story[], room: number): SelectedItems {
  const ranked = byRelevance(stories);
  const count = Math.min(MOST_MAIN, Math.max(FEWEST_MAIN, Math.round(ranked.length / STORIES_PER_MAIN)));
  const main = fill(ranked.slice(0, count), room * MAIN_SHARE, (unit) => [mainItem(unit), briefItem(unit)]);
  const rest = ranked.filter((story) => !main.some((chosen) => chosen.story === story));
  const left = room - main.reduce((sum, { item }) => sum + itemLength(item), 0);
  const brief = fill(rest, main.length === 0 ? room : left, (unit) => [briefItem(unit)]).slice(0, MOST_BRIEF);
  const inOrder = brief.toSorted((one, other) => one.story.lead.unit - other.story.lead.unit);
  return { main: main.map(({ item }) => item), brief: inOrder.map(({ item }) => item) };
}

/** Stories by score, each less its likeness to those before it (maximal marginal relevance). */
function byRelevance(stories: readonly Story[]): readonly Story[] {
  const sorted = stories.toSorted((one, other) => other.score - one.score || one.lead.unit - other.lead.unit);
  const chosen: Story[] = [];
  const rest = new Set(sorted);
  while (chosen.length < MOST_MAIN && rest.size > 0) {
    let next: Story | undefined;
    let most = -Infinity;
    for (const story of rest) {
      const likeness = Math.max(0, ...chosen.map(({ lead }) => cosine(lead.vector, story.lead.vector)));
      const relevance = RELEVANCE * story.score - (1 - RELEVANCE) * likeness;
      if (relevance > most) [next, most] = [story, relevance];
    }
    if (next === undefined) break;
    chosen.push(next);
    rest.delete(next);
  }
  return [...chosen, ...rest];
}

interface Chosen {
  readonly story: Story;
  readonly item: DigestItem;
}

/** Takes the first form of each story that still fits; the very first story is told even when it does not. */
function fill(
  stories: readonly Story[],
  room: number,
  forms: (unit: ScoredUnit) => readonly (DigestItem | undefined)[],
): readonly Chosen[] {
  const chosen: Chosen[] = [];
  let used = 0;
  for (const story of stories) {
    const items = forms(story.lead).filter((item) => item !== undefined);
    const item = items.find((form) => used + itemLength(form) <= room);
    if (item === undefined) continue;
    chosen.push({ story, item });
    used += itemLength(item);
  }
  return chosen;
}
