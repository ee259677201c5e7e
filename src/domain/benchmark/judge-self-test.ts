import type { JudgeUsage } from './judge-usage.js';

/** What a judge's test of itself found. */
export interface JudgeSelfTest {
  readonly ok: boolean;
  readonly probes: readonly { readonly name: string; readonly ok: boolean; readonly message: string }[];
  readonly usage: JudgeUsage;
}
