import type { JudgeUsage } from '../../../domain/benchmark/judge-usage.js';
import { usageRemarks } from '../../report/usage-remarks.js';
import type { Output } from './output.js';

/** Shows people what judging cost. */
export function writeUsage(output: Output, usage: JudgeUsage): void {
  const { calls, tokensIn, tokensOut, cacheHits } = usage;
  output.line(`${calls} calls, ${tokensIn} tokens in, ${tokensOut} out, ${cacheHits} answers kept from before`);
  for (const remark of usageRemarks(usage)) output.line(remark);
}
