import type { ExportRecord, Judge, Judgement } from 'etalon';

/** How long a summary should be, as a share of its source. */
const TARGET = { least: 0.05, most: 0.4 };

/**
 * A judge of one's own: it looks at lengths alone. What it cannot judge it leaves unscored; it never guesses, and a
 * failure would be `{ status: 'error', … }`, not a low score.
 */
export class LengthJudge implements Judge {
  readonly kind = 'length';
  /** Who scores: it stands beside stored scores, so change it when the formula changes. */
  readonly model = 'length-1';
  readonly promptVersion = '1';
  readonly promptHash = null;
  readonly cost = 'free';

  judge({ sourceText, summaryMarkdown }: ExportRecord): Promise<Judgement> {
    if (sourceText.trim() === '') return Promise.resolve({ status: 'unscored', reason: 'there is no source' });
    const share = summaryMarkdown.length / sourceText.length;
    const fit = share < TARGET.least ? share / TARGET.least : Math.min(1, TARGET.most / share);
    const scores = { coverage: fit, accuracy: fit, coherence: fit, informativeness: fit };
    const notes = `The summary has ${Math.round(share * 100)} % of the length of its source.`;
    return Promise.resolve({ status: 'scored', scores, notes });
  }
}
