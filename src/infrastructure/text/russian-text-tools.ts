import { createRequire } from 'node:module';
import { stemmer } from '@orama/stemmers/russian';
import type * as Detector from 'tinyld';
import type { TextTools } from '../../application/ports/text-tools.port.js';
import { cyrillicShare } from '../../domain/text/russian.js';

const CACHE_LIMIT = 50_000;
/** Enough for a detector of letter groups; the rest of a long post only costs time. */
const SAMPLE_LENGTH = 400;
const NOT_RUSSIAN_LETTER = /[іїєґўјљњћђџѕѓќәғқңөұүһҳҷӣӯ]/iu;
/** Letters that Russian has and Bulgarian, Serbian and Macedonian have not. */
const RUSSIAN_LETTER = /[ыэё]/iu;
const CYRILLIC_WORD = /^[а-яё-]+$/u;
const LATIN = /[a-z]+/giu;
const CYRILLIC_LANGUAGES = ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'mn', 'tg', 'ky', 'tt'];
const RUSSIAN_ALPHABET = ['ru', 'bg'];

let loaded: typeof Detector | undefined;

/** Loaded when a text is first in doubt: its tables take longer to load than a data set of thousands to be judged. */
function detector(): typeof Detector {
  loaded ??= createRequire(import.meta.url)('tinyld') as typeof Detector;
  return loaded;
}

/**
 * Snowball stems (`@orama/stemmers`) and language detection (`tinyld`) for Russian text.
 *
 * Detection goes by letters first: a text that is written with Russian letters alone and has one of "ы", "э", "ё" is
 * Russian. Only what is left over is asked of the detector, which is slow and errs on short texts that mix alphabets.
 */
export class RussianTextTools implements TextTools {
  readonly #stems = new Map<string, string>();

  stem(word: string): string {
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    return this.#learn(copyOf(word));
  }

  #learn(word: string): string {
    const stem = CYRILLIC_WORD.test(word) ? stemmer(word) : word;
    if (this.#stems.size >= CACHE_LIMIT) this.#stems.clear();
    this.#stems.set(word, stem);
    return stem;
  }

  detectLanguage(text: string): string {
    const sample = text.slice(0, SAMPLE_LENGTH);
    if (cyrillicShare(sample) < 0.5) return detector().detect(sample);
    const foreign = NOT_RUSSIAN_LETTER.test(sample);
    if (!foreign && RUSSIAN_LETTER.test(sample)) return 'ru';
    const only = foreign ? CYRILLIC_LANGUAGES : RUSSIAN_ALPHABET;
    return detector().detect(sample.replace(LATIN, ' '), { only });
  }
}

/** A word that is cut out of a post keeps all of the post in memory; its copy does not. */
function copyOf(word: string): string {
  return Array.from(word).join('');
}
