import type { Figure } from './figures.js';

/** The figures of a text, ready to be compared with. */
export class FigureIndex {
  readonly #byKey = new Map<string, Figure[]>();
  readonly #nouns = new Set<number>();

  constructor(figures: readonly Figure[]) {
    for (const figure of figures) {
      for (const key of figure.keys) this.#add(key, figure);
      for (const noun of figure.nouns) this.#nouns.add(noun);
    }
  }

  /** Whether the value stands here at all. */
  holds({ keys }: Figure): boolean {
    return keys.some((key) => this.#byKey.has(key));
  }

  /**
   * Whether the text states this figure: the same value, not of another measure ("5 млн рублей" and "5 млн долларов"), and
   * not of something else while the text has another value for what is counted ("погибли 3 человека, пострадали 5").
   */
  states(figure: Figure): boolean {
    const counted = this.counts(figure);
    const agrees = (other: Figure) => sameMeasure(figure, other) && (!counted || mayCount(other, figure));
    return figure.keys.some((key) => this.#byKey.get(key)?.some(agrees) === true);
  }

  /** Whether the text has a value for what the figure counts. */
  counts({ nouns }: Figure): boolean {
    return nouns.some((noun) => this.#nouns.has(noun));
  }

  #add(key: string, figure: Figure): void {
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, [figure]);
    else if (known.length < MOST_SEEN) known.push(figure);
  }
}

/** A text may state one value many times; so many uses of it are remembered. */
const MOST_SEEN = 32;

function sameMeasure(one: Figure, other: Figure): boolean {
  if (one.measure === '' || other.measure === '') return true;
  return one.keys.some((key) => isMeasured(key) && other.keys.includes(key));
}

function isMeasured(key: string): boolean {
  return key.includes(' ');
}

/** A figure that counts nothing may count anything. */
function mayCount({ nouns }: Figure, other: Figure): boolean {
  return nouns.length === 0 || nouns.some((noun) => other.nouns.includes(noun));
}
