const SEGMENTER = new Intl.Segmenter('ru', { granularity: 'sentence' });

/** The sentences of plain Russian text in order, trimmed; a line break ends a sentence. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => [...SEGMENTER.segment(line)].map(({ segment }) => segment.trim()).filter(Boolean));
}
