import { readFile } from 'node:fs/promises';
import { expect } from 'chai';

import { compileSchema } from '#etalon/infrastructure/schemas/schema-compiler.js';
import { runDocument } from '#etalon/presentation/report/run-document.js';
import { finishedRun, failed, scored } from '../../../support/benchmark-run.js';

const DAYS = Array.from({ length: 10 }, (_, index) => index + 1);

describe('runDocument', () => {
  it('fits its schema, whatever came of the run', async () => {
    const schema = JSON.parse(await readFile('config/schemas/benchmark-run.schema.json', 'utf8')) as Record<
      string,
      unknown
    >;
    const check = compileSchema(schema);
    const runs = [
      finishedRun(DAYS.map((day) => scored(day, 0.9 + (day % 2) / 50))),
      finishedRun([failed(1), failed(2, 'unscored')]),
      finishedRun([scored(1, 1, { provenance: 'synthetic' })]),
      finishedRun([scored(1, 1)], {
        status: 'running',
        verdict: null,
        metrics: [],
        coverage: null,
        durationSeconds: null,
      }),
    ];
    for (const run of runs)
      expect(check(JSON.parse(JSON.stringify(runDocument(run, { output: 'a.json' }))))).to.deep.equal([]);
    expect(check({ ...runDocument(runs[0]!), verdict: 'MAYBE' })).to.have.length(1);
  });

  it('fits its schema without the members that came later, too', async () => {
    const schema = JSON.parse(await readFile('config/schemas/benchmark-run.schema.json', 'utf8')) as {
      readonly version: string;
    };
    expect(schema.version).to.equal('1.3.0');
    const check = compileSchema({ ...schema });
    const cost = { calls: 1, tokensIn: 1, tokensOut: 1, cacheHits: 0 };
    const early = finishedRun([scored(1, 1)], { cost });
    const late = finishedRun([scored(1, 1)], { cost: { ...cost, estimated: true }, scenarioPath: '/a.yaml' });
    const documents = [early, late].map((run) => runDocument(run) as Record<string, unknown>);
    expect(documents.map((document) => Object.hasOwn(document, 'scenario_path'))).to.deep.equal([false, true]);
    for (const document of documents) expect(check(JSON.parse(JSON.stringify(document)))).to.deep.equal([]);
  });

  it('uses snake case and ISO times', () => {
    const document = runDocument(finishedRun([scored(1, 0.9)], { limit: 1 })) as Record<string, unknown>;
    expect(document).to.include({ run_id: 'run-1', started_at: '2024-12-31T00:00:00.000Z', limit: 1 });
    expect(Object.keys(document).filter((key) => /[A-Z]/u.test(key))).to.deep.equal([]);
  });
});
