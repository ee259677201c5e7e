import { briefItem, mainItem } from './compose-item.js';
import type { DigestItem } from './digest-item.js';
import { itemLength } from './digest-item.js';
import { cosine } from './sparse-vector.js';
import type { Story } from './story.js';

/** A digest's bullets in the order of reading. */
export interface SelectedItems {
  readonly main: readonly DigestItem[];
  readonly brief: readonly DigestItem[];
}

const RELEVANCE = 0.8;
const CONTENDERS = 50;
const STORIES_PER_MAIN = 4;
const FEWEST_MAIN = 3;
const MOST_MAIN = 5;
const MOST_BRIEF = 12;
/** One round-up shall not fill the digest. */
const MOST_OF_POST = 5;
/** The part of the room in which as many stories as possible are told, before more is told of any. */
const TELL_SHARE = 0.7;

/**
 * Chooses what is told until the room (characters) is used up: first the day's main stories in a sentence each, then
 * the others, then more about the main ones, then still others.
 */
export function selectItems(stories: readonly Story[], room: number): SelectedItems {
  const ranked = byRelevance(stories);
  const count = Math.min(MOST_MAIN, Math.max(FEWEST_MAIN, Math.round(ranked.length / STORIES_PER_MAIN)));
  const heads = fill(ranked, room, count, []);
  const others = fill(ranked, room * TELL_SHARE - lengthOf(heads), MOST_BRIEF, heads);
  const main = enlarged(heads, room - lengthOf(others));
  const told = [...main, ...others];
  const brief = [...others, ...fill(ranked, room - lengthOf(told), MOST_BRIEF - others.length, told)];
  const inOrder = brief.toSorted((one, other) => one.story.lead.unit - other.story.lead.unit);
  return { main: main.map(({ item }) => item), brief: inOrder.map(({ item }) => item) };
}

/** Stories by score, the first of them less their likeness to those before (maximal marginal relevance). */
function byRelevance(stories: readonly Story[]): readonly Story[] {
  const rest = stories.toSorted((one, other) => other.score - one.score || one.lead.unit - other.lead.unit);
  const chosen: Story[] = [];
  while (chosen.length < MOST_MAIN && rest.length > 0) chosen.push(...rest.splice(mostRelevant(rest, chosen), 1));
  return [...chosen, ...rest];
}

/** The place of the story that adds most to the chosen ones; only the best few can win. */
function mostRelevant(rest: readonly Story[], chosen: readonly Story[]): number {
  let place = 0;
  let most = -Infinity;
  for (const [at, story] of rest.slice(0, CONTENDERS).entries()) {
    const likeness = Math.max(0, ...chosen.map(({ lead }) => cosine(lead.vector, story.lead.vector)));
    const relevance = RELEVANCE * story.score - (1 - RELEVANCE) * likeness;
    if (relevance > most) [place, most] = [at, relevance];
  }
  return place;
}

interface Chosen {
  readonly story: Story;
  readonly item: DigestItem;
}

/** The stories that fit, each in one sentence; the very first that can be told is told even when it does not fit. */
function fill(stories: readonly Story[], room: number, most: number, before: readonly Chosen[]): readonly Chosen[] {
  const chosen: Chosen[] = [];
  let left = room;
  for (const story of stories) {
    if (chosen.length === most) break;
    const told = [...before, ...chosen];
    const item = isToldEnough(story, told) ? undefined : briefItem(story.lead);
    if (item === undefined || (told.length > 0 && itemLength(item) > left)) continue;
    chosen.push({ story, item });
    left -= itemLength(item);
  }
  return chosen;
}

/** Whether a story was told, or enough of the round-up that leads it. */
function isToldEnough(story: Story, told: readonly Chosen[]): boolean {
  const ofPost = told.filter((chosen) => chosen.story.lead.post === story.lead.post);
  return ofPost.length >= MOST_OF_POST || ofPost.some((chosen) => chosen.story === story);
}

/** The same stories, the first ones told at more length as far as the room goes. */
function enlarged(heads: readonly Chosen[], room: number): readonly Chosen[] {
  let used = lengthOf(heads);
  return heads.map(({ story, item }) => {
    const longer = mainItem(story.lead) ?? item;
    const grown = used - itemLength(item) + itemLength(longer);
    if (grown > room) return { story, item };
    used = grown;
    return { story, item: longer };
  });
}

function lengthOf(chosen: readonly Chosen[]): number {
  return chosen.reduce((sum, { item }) => sum + itemLength(item), 0);
}
