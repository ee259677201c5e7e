import type { RandomSource } from '../../../shared/random-source.js';
import { shuffled } from '../../../shared/shuffled.js';
import type { AuditText } from '../audit-text.js';
import type { Spoil } from './defect.js';
import type { Fact, FactKind } from './fact.js';
import { closestPost, sourcePosts } from './source-posts.js';
import { itemsOf, mapItems } from './summary-lines.js';

/** Where the wrong fact comes from: nowhere, or another post of the day. */
export type FactOrigin = 'invented' | 'another post';

/** A fact in one of the items. */
interface Place {
  readonly index: number;
  readonly item: string;
  readonly fact: Fact;
}

/** One fact of the text becomes another of the same form that the item's own post does not state. */
export function changedFact(kind: FactKind, origin: FactOrigin): Spoil {
  const replacement = origin === 'invented' ? inventedFact : foreignFact;
  return (text, random) => {
    const places = placesOf(text.summary, kind);
    if (places.length === 0) return { skipped: `no ${kind.name} in the text` };
    const posts = sourcePosts(text);
    for (const place of shuffled(places, random)) {
      const other = replacement(kind, place, posts, random);
      if (other !== undefined) return { summary: replaced(text, place, other) };
    }
    return { skipped: `no other ${kind.name} to put in its place` };
  };
}

function placesOf(summary: string, kind: FactKind): readonly Place[] {
  return itemsOf(summary).flatMap((item, index) => kind.find(item).map((fact) => ({ index, item, fact })));
}

const MOST_TRIES = 20;

function inventedFact(kind: FactKind, { fact, item }: Place, posts: readonly string[], random: RandomSource) {
  const own = keysIn(kind, `${posts[closestPost(posts, item)] ?? ''}\n${item}`);
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const other = kind.invent(fact, random);
    if (other !== undefined && !kind.find(`в ${other} года`).some(({ key }) => own.has(key))) return other;
  }
  return undefined;
}

function foreignFact(kind: FactKind, { fact, item }: Place, posts: readonly string[], random: RandomSource) {
  const at = closestPost(posts, item);
  const own = keysIn(kind, `${posts[at] ?? ''}\n${item}`);
  const facts = posts.flatMap((post, index) => (index === at ? [] : kind.find(post)));
  const fitting = facts.filter(({ form, key }) => form === fact.form && !own.has(key));
  return fitting[random.integer(Math.max(1, fitting.length))]?.text;
}

function keysIn(kind: FactKind, text: string): ReadonlySet<string> {
  return new Set(kind.find(text).map(({ key }) => key));
}

function replaced({ summary }: AuditText, { index, fact }: Place, other: string): string {
  return mapItems(summary, (item, at) => {
    if (at !== index) return item;
    return item.slice(0, fact.start) + other + item.slice(fact.start + fact.text.length);
  });
}
