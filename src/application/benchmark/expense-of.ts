import type { RunBudget } from '../../domain/benchmark/benchmark-run.js';
import { NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { ExportRecord } from '../../domain/export/export-record.js';
import type { Judge } from '../ports/judge.port.js';
import type { Expense } from './spending.js';

/** What has to be set aside for judging a sample so often; tokens are estimated only where a budget asks for them. */
export function expenseOf(
  judge: Pick<Judge, 'estimate'>,
  record: ExportRecord,
  { budget, repeats }: { readonly budget: RunBudget; readonly repeats: number },
): Expense {
  if (budget.tokens === null) return { calls: repeats, tokens: 0 };
  const { tokensIn, tokensOut } = judge.estimate?.(record) ?? NO_USAGE;
  return { calls: repeats, tokens: (tokensIn + tokensOut) * repeats };
}
