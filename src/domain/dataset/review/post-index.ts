import { plainText } from '../../text/plain-text.js';
import type { Post } from '../post.js';
import type { ContentStems } from './content-stems.js';

/** A post as the review compares it. */
export interface IndexedPost {
  /** What a person would call it: its title, else how it begins. */
  readonly name: string;
  readonly text: string;
  /** How it goes on after its name; empty when there is nothing more. */
  readonly lead: string;
  readonly messageId?: number;
  /** How many different stems it has. */
  readonly size: number;
}

/** How much of a post is compared; the rest of a very long one hardly changes the answer. */
const READ = 8_000;

/** The posts of a day by stem, so that a sentence meets only the posts with which it shares a word. */
export class PostIndex {
  readonly posts: readonly IndexedPost[];
  readonly #postings = new Map<string, number[]>();

  constructor(posts: readonly Post[], stems: ContentStems) {
    this.posts = posts.map((post, index) => this.#add(post, index, stems));
  }

  /** Says whether any post has a word of that stem. */
  knows(stem: string): boolean {
    return this.#postings.has(stem);
  }

  /** How many of the stems each post has, by the post's place; posts without any are left out. */
  overlaps(stems: ReadonlySet<string>): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (const stem of stems)
      for (const place of this.#postings.get(stem) ?? []) counts.set(place, (counts.get(place) ?? 0) + 1);
    return counts;
  }

  #add(post: Post, place: number, stems: ContentStems): IndexedPost {
    const text = plainText(`${post.title}\n${post.summary}\n${post.text.slice(0, READ)}`);
    const distinct = new Set(stems(text));
    for (const stem of distinct) {
      const places = this.#postings.get(stem);
      if (places === undefined) this.#postings.set(stem, [place]);
      else places.push(place);
    }
    return { ...namesOf(post, text), text, size: distinct.size };
  }
}

function namesOf({ title, messageId }: Post, text: string): Pick<IndexedPost, 'name' | 'lead' | 'messageId'> {
  const lines = text.split('\n').filter(Boolean);
  const name = plainText(title) || (lines[0] ?? '');
  const lead = lines.find((line) => !name.startsWith(line)) ?? '';
  return { name, lead, ...(messageId === undefined ? {} : { messageId }) };
}
