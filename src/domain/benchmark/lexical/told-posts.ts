import { keyWords } from './key-words.js';
import type { SourceIndex } from './source-index.js';
import type { SourceStem } from './source-stem.js';
import { isWord } from './tokens.js';
import type { TracedSentence } from './trace-summary.js';
import type { WeightedStems } from './weighted-stems.js';

/** A post (of a review: a pass line) and which of its key words the summary tells of it. */
export interface ToldPost {
  readonly keys: WeightedStems;
  readonly told: readonly SourceStem[];
}

/** What a summary tells of which posts. */
export interface ToldPosts {
  readonly posts: readonly ToldPost[];
  /** The sentences that can tell something: no headings, and the source bears out half of their words or more. */
  readonly sentences: readonly TracedSentence[];
  /** The lines (items, paragraphs) that tell of a post. */
  readonly lines: ReadonlySet<number>;
}

const SUPPORTED = 0.5;
/** A line that holds less of a post's key words, by weight, only happens to share words with it. */
const LEAST_SHARE = 0.33;
const FEWEST = 2;
/** A word in more lines than this tells nothing from there on, and following it would cost much. */
const MOST_LINES = 200;

/**
 * Which posts the lines of a summary tell of. A line tells of a post when it holds a third of its key words, two at the
 * least: the words of an instruction that stand scattered over the day, one here and one there, tell of none. Several
 * posts that share a story are told of by one line.
 */
export function toldPosts(index: SourceIndex, summary: readonly TracedSentence[]): ToldPosts {
  const sentences = summary.filter(({ heading, support }) => !heading && support.presence >= SUPPORTED);
  const places = linesOfWords(sentences);
  const lines = new Set<number>();
  const posts: ToldPost[] = [];
  for (const keys of keyWords(index)) {
    const own = linesOfKeys(keys, places);
    const telling = linesTelling(keys, own);
    for (const line of telling) lines.add(line);
    const told = keys.stems.filter((_, at) => own[at]?.some((line) => telling.has(line)) === true);
    posts.push({ keys, told });
  }
  return { posts, sentences, lines };
}

type Lines = readonly number[];

/** By stem and by root: the lines that have it, in order. */
function linesOfWords(sentences: readonly TracedSentence[]): ReadonlyMap<number, Lines> {
  const lines = new Map<number, number[]>();
  for (const { words, line } of sentences)
    for (const { token } of words)
      if (isWord(token)) for (const id of [token.word.stem, token.word.root]) addLine(lines, id, line);
  return lines;
}

function addLine(lines: Map<number, number[]>, id: number, line: number): void {
  const known = lines.get(id);
  if (known === undefined) lines.set(id, [line]);
  else if (known[known.length - 1] !== line && known.length < MOST_LINES) known.push(line);
}

/** For each key word the lines that have its stem or its root, each once. */
function linesOfKeys({ stems }: WeightedStems, places: ReadonlyMap<number, Lines>): readonly Lines[] {
  const own: Lines[] = [];
  for (const { word } of stems) {
    const [asStem, asRoot] = [places.get(word.stem) ?? [], places.get(word.root) ?? []];
    own.push(asRoot.length === 0 ? asStem : [...new Set([...asStem, ...asRoot])]);
  }
  return own;
}

function linesTelling(keys: WeightedStems, own: readonly Lines[]): ReadonlySet<number> {
  const held = new Map<number, SourceStem[]>();
  keys.stems.forEach((stem, at) => {
    for (const line of own[at] ?? []) held.set(line, [...(held.get(line) ?? []), stem]);
  });
  const least = LEAST_SHARE * keys.weightOfAll(keys.stems);
  const telling = new Set<number>();
  for (const [line, stems] of held) if (stems.length >= FEWEST && keys.weightOfAll(stems) >= least) telling.add(line);
  return telling;
}
