import { comparisonDocument } from '../../report/comparison-document.js';
import { defineHandler } from '../define-handler.js';
import { DecimalNumber, Text } from '../options/option-rules.js';
import { comparisonExit } from './comparison-exit.js';
import { writeComparison } from './write-comparison.js';

class CompareOptions {
  @Text()
  a!: string;

  @Text()
  b!: string;

  @DecimalNumber({ min: 0.0001, max: 1 })
  margin = 0.02;

  @DecimalNumber({ min: 0.0001, max: 0.4 })
  alpha = 0.05;
}

/** `etalon benchmark compare` */
export const compareHandler = defineHandler(CompareOptions, async ({ services, output }, { a, b, margin, alpha }) => {
  const comparison = await (await services.get('compareRuns')).execute({ a, b, margin, alpha });
  output.json({ schema_version: 1, ...comparisonDocument(comparison) });
  writeComparison(output, comparison);
  return comparisonExit(comparison.verdict);
});
