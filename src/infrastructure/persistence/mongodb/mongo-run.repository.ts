import type { ResultOrder, RunRepository } from '../../../application/ports/run.repository.port.js';
import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { SampleResult } from '../../../domain/benchmark/sample-result.js';
import { readResult, readRun, toResultDocument, toRunDocument } from '../documents/run-documents.mapper.js';
import { resultId } from '../documents/result-key.js';
import { MongoBatchWriter } from './mongo-batch-writer.js';
import type { MongoConnection, MongoDocument } from './mongo-connection.js';
import { MongoReader } from './mongo-reader.js';
import { text } from './sample-stages.js';
import { toMongoDocument } from './to-mongo-document.js';

const RUNS = 'benchmark_runs';
const RESULTS = 'benchmark_results';

/** Each with an index of its own behind the run; a sample has one result in a run. */
const SORTS: Readonly<Record<ResultOrder, MongoDocument>> = {
  position: { position: 1, sample_id: 1 },
  id: { sample_id: 1 },
};

/** Benchmark runs and their results in two collections. */
export class MongoRunRepository implements RunRepository {
  readonly #runs: MongoReader;
  readonly #results: MongoReader;
  readonly #runWriter: MongoBatchWriter;
  readonly #resultWriter: MongoBatchWriter;

  constructor(private readonly connection: MongoConnection) {
    this.#runs = new MongoReader(connection, RUNS);
    this.#results = new MongoReader(connection, RESULTS);
    this.#runWriter = new MongoBatchWriter(connection, RUNS, 'run_id');
    this.#resultWriter = new MongoBatchWriter(connection, RESULTS, '_id');
  }

  async saveRun(run: BenchmarkRun): Promise<void> {
    const document = toMongoDocument(toRunDocument(run));
    await this.#runWriter.write([{ id: text(run.id), document }]);
  }

  async findRun(id: string): Promise<BenchmarkRun | undefined> {
    const [found] = await this.#runs.all([{ $match: { run_id: { $eq: text(id) } } }, { $unset: '_id' }]);
    return found && toRun(found);
  }

  async listRuns(limit: number): Promise<readonly BenchmarkRun[]> {
    if (limit < 1) return [];
    const newest = [{ $sort: { started_at: -1, run_id: -1 } }, { $limit: limit }, { $unset: '_id' }];
    return (await this.#runs.all(newest)).map(toRun);
  }

  async pinnedRun(scenario: string): Promise<BenchmarkRun | undefined> {
    const pinned = { scenario: { $eq: text(scenario) }, pinned_at: { $type: 'string' } };
    const newest = [{ $match: pinned }, { $sort: { pinned_at: -1, run_id: -1 } }, { $limit: 1 }, { $unset: '_id' }];
    const [found] = await this.#runs.all(newest);
    return found && toRun(found);
  }

  async deleteRun(id: string): Promise<void> {
    const filter = { run_id: { $eq: text(id) } };
    for (const collection of [RESULTS, RUNS])
      await this.connection.run(() => this.connection.collection(collection).deleteMany(filter));
  }

  /** The `_id` of a result is made of both names, so that run and sample together are unique. */
  async saveResults(runId: string, results: readonly SampleResult[]): Promise<void> {
    const entries = results.map((result) => ({
      id: resultId(text(runId), text(result.sampleId)),
      document: toMongoDocument(toResultDocument(runId, result)),
    }));
    await this.#resultWriter.write(entries);
  }

  async *results(runId: string, order: ResultOrder = 'position'): AsyncGenerator<SampleResult> {
    const stages = [{ $match: { run_id: { $eq: text(runId) } } }, { $sort: SORTS[order] }, { $unset: '_id' }];
    for await (const document of this.#results.stream(stages)) {
      yield readResult(document, String(document['sample_id']));
    }
  }
}

function toRun(document: MongoDocument): BenchmarkRun {
  return readRun(document, String(document['run_id']));
}
