import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { Judge, Judgement } from '../../ports/judge.port.js';
import { interruptible } from '../interruptible.js';

/** What the judge gave, or why it gave nothing. */
export type Answer = { readonly scores: Readonly<Record<string, number>> } | { readonly skipped: string };

/** What an interrupted audit leaves behind. */
export const AUDIT_LEAVES = {
  message: 'The audit was interrupted; nothing was stored.',
  hint: 'Run the same command again.',
};

/** Puts samples to a judge, one after the other; remembers nothing. */
export class Asking {
  constructor(
    private readonly judge: Judge,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** @throws INTERRUPTED; a defect of the judge. Its failures are answers without scores. */
  async ask(record: ExportRecord): Promise<Answer> {
    await loopTurn();
    return await interruptible(this.signal, AUDIT_LEAVES, async () => {
      const judgement = await this.judge.judge(record, this.signal).catch(failure);
      if (judgement.status === 'scored') return { scores: judgement.scores };
      return { skipped: `${judgement.status}: ${judgement.reason}` };
    });
  }
}

/** Lets signals in. */
function loopTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function failure(error: unknown): Judgement {
  if (!(error instanceof EtalonError) || error.code === 'INTERRUPTED') throw error;
  return { status: 'error', fault: 'failed', reason: error.code };
}
