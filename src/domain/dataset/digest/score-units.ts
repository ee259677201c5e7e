import { centralities } from './centrality.js';
import { factDensity } from './facts.js';
import type { ScoredCandidate, ScoredUnit } from './scored-unit.js';
import type { SparseVector } from './sparse-vector.js';
import { cosine } from './sparse-vector.js';
import type { Candidate, StoryUnit } from './story-unit.js';
import type { TermSpace, Terms } from './term-space.js';

/** The graph of sentences stays this small, whatever the day; later sentences of long posts are left out first. */
const MOST_IN_GRAPH = 300;
const SENTENCE = { position: 0.4, topic: 0.3, central: 0.2, facts: 0.1, chat: 0.5, awkward: 0.15 };
const UNIT = { substance: 0.35, central: 0.25, facts: 0.2, headline: 0.1, chat: 0.4, calls: 0.5 };
const SUBSTANTIAL = 800;
const SHORT = 40;
const LONG = 240;

/** Scores every unit and its sentences. Weights were set by reading digests of channels of different kinds. */
export function scoreUnits(units: readonly StoryUnit[], space: TermSpace): readonly ScoredUnit[] {
  const terms = units.map(({ text }) => space.add(text));
  const vectors = units.map(({ candidates }) => candidates.map(({ text }) => space.vector(space.terms(text))));
  const central = centralityOf(vectors);
  return units.map((unit, at) =>
    scoredUnit({ unit, at, terms: terms[at] ?? [], vectors: vectors[at] ?? [], central: central[at] ?? [] }, space),
  );
}

interface UnitFacts {
  readonly unit: StoryUnit;
  readonly at: number;
  readonly terms: Terms;
  /** Of its sentences. */
  readonly vectors: readonly SparseVector[];
  readonly central: readonly number[];
}

function scoredUnit({ unit, at, terms, vectors, central }: UnitFacts, space: TermSpace): ScoredUnit {
  const vector = space.vector(terms);
  const candidates = unit.candidates.map((candidate, place) =>
    scoredCandidate(candidate, vectors[place] ?? vector, vector, central[place] ?? 0),
  );
  const score = unitScore(unit, candidates[0]?.chattiness ?? 1, Math.max(0, ...central));
  const titleVector = unit.title === undefined ? {} : { titleVector: space.vector(space.terms(unit.title)) };
  return { ...unit, ...titleVector, unit: at, vector, candidates, score };
}

/** The centrality of each unit's sentences; 0 for those that the graph has no place for. */
function centralityOf(vectors: readonly (readonly SparseVector[])[]): readonly (readonly number[])[] {
  const nodes = vectors.flatMap((list, unit) => list.map((vector, place) => ({ unit, place, vector })));
  const graph = nodes.toSorted((left, right) => left.place - right.place).slice(0, MOST_IN_GRAPH);
  const ranks = centralities(graph.map(({ vector }) => vector));
  const result = vectors.map((list) => list.map(() => 0));
  graph.forEach(({ unit, place }, at) => {
    const row = result[unit];
    if (row !== undefined) row[place] = ranks[at] ?? 0;
  });
  return result;
}

function scoredCandidate(
  candidate: Candidate,
  vector: SparseVector,
  topic: SparseVector,
  centrality: number,
): ScoredCandidate {
  const { text, order } = candidate;
  const merits =
    SENTENCE.position / (1 + order) +
    SENTENCE.topic * cosine(vector, topic) +
    SENTENCE.central * centrality +
    SENTENCE.facts * factDensity(text);
  const awkward = text.length < SHORT || text.length > LONG ? SENTENCE.awkward : 0;
  return { ...candidate, vector, score: merits - SENTENCE.chat * candidate.chattiness - awkward };
}

function unitScore(unit: StoryUnit, leadChat: number, centrality: number): number {
  const merits =
    UNIT.substance * Math.sqrt(Math.min(1, unit.text.length / SUBSTANTIAL)) +
    UNIT.central * centrality +
    UNIT.facts * factDensity(unit.title ?? unit.candidates[0]?.text ?? '') +
    (unit.titleStands ? UNIT.headline : 0);
  return merits - UNIT.calls * unit.solicitation - (unit.titleStands ? 0 : UNIT.chat * leadChat);
}
