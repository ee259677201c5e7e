import { enclosedPositions } from './enclosed-positions.js';
import { endsSentence } from './sentence-end.js';

const TERMINATOR = /(?<![.!?…])[.!?…]+["»”“'’)\]]*(?=\s|$)/gu;

/**
 * The sentences of plain Russian text in order, trimmed; a line break ends a sentence.
 *
 * Rules instead of the runtime's segmenter: its tables change with the runtime, and it knows neither abbreviations
 * ("т. е.", "г. Москва"), nor initials ("А. С. Пушкин"), nor quotations ("«Ура! Мы едем», — сказал он.").
 */
export function sentencesOf(text: string): readonly string[] {
  return text.split('\n').flatMap(sentencesOfLine);
}

function sentencesOfLine(line: string): readonly string[] {
  const enclosed = enclosedPositions(line);
  const sentences: string[] = [];
  let start = 0;
  TERMINATOR.lastIndex = 0;
  while (TERMINATOR.test(line)) {
    const end = TERMINATOR.lastIndex;
    if (enclosed[end] === 1 || !endsSentence(line.slice(start, end), line.slice(end, end + 24))) continue;
    sentences.push(line.slice(start, end).trim());
    start = end;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}
