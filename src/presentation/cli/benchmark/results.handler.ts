import type { StreamedResults } from '../../../application/benchmark/stream-results.use-case.js';
import { csvLine } from '../../report/csv-line.js';
import { resultCells, resultDocument, resultHeadings } from '../../report/result-line.js';
import { defineHandler } from '../define-handler.js';
import { OneOf, Text } from '../options/option-rules.js';
import type { Output } from '../output/output.js';

class ResultsOptions {
  @Text()
  run!: string;

  @OneOf(['jsonl', 'csv'])
  format: 'jsonl' | 'csv' = 'jsonl';
}

/** `etalon benchmark results` */
export const resultsHandler = defineHandler(ResultsOptions, async ({ services, output }, { run: runId, format }) => {
  const streamed = await (await services.get('streamResults')).execute({ runId });
  if (output.isJson) output.json(await wholeDocument(streamed));
  else if (format === 'csv') await writeCsv(output, streamed);
  else for await (const result of streamed.results) await output.raw(JSON.stringify(resultDocument(result)));
  return 0;
});

async function wholeDocument({ run, results }: StreamedResults): Promise<object> {
  const documents: object[] = [];
  for await (const result of results) documents.push(resultDocument(result));
  return { schema_version: 1, run_id: run.id, results: documents };
}

async function writeCsv(output: Output, { metrics, results }: StreamedResults): Promise<void> {
  await output.raw(csvLine(resultHeadings(metrics)));
  for await (const result of results) await output.raw(csvLine(resultCells(result, metrics)));
}
