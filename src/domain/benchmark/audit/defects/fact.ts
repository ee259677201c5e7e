import type { RandomSource } from '../../../shared/random-source.js';

/** A fact that stands somewhere in a text. */
export interface Fact {
  readonly start: number;
  readonly text: string;
  /** Only a fact of the same form can take its place. */
  readonly form: string;
  /** Equal for facts that say the same, whatever they are written like. */
  readonly key: string;
}

/** One kind of fact: how it is found, and how another one is made up. */
export interface FactKind {
  readonly name: string;
  find(text: string): readonly Fact[];
  /** Another fact of the same form that a reader could believe; `undefined` when it fails. */
  invent(fact: Fact, random: RandomSource): string | undefined;
}
