import { BSON } from 'mongodb';
import type {
  DayCount,
  OnUnreadable,
  SampleOrder,
  SampleQuery,
  SampleRepository,
  SampleSpan,
  UpsertCounts,
} from '../../../application/ports/sample.repository.port.js';
import type { JudgeScores } from '../../../domain/dataset/judge-scores.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import type { ExportSource } from '../../../domain/export/export-source.js';
import type { TimeWindow } from '../../../domain/time/time-window.js';
import { toExportRecord } from '../../../domain/export/to-export-record.js';
import { checkDocumentSize } from '../documents/document-size.js';
import { readInstant } from '../documents/read-instant.js';
import { digestSource } from '../documents/digest-source.js';
import { readOr } from '../documents/read-or.js';
import { readSample, toSampleDocument } from '../documents/sample-document.mapper.js';
import { SAMPLE_FIELDS } from '../documents/sample-fields.js';
import { checkSampleDocument } from '../documents/sample-schema-check.js';
import { bsonJson } from './bson-json.js';
import type { CountedGroup } from './count-documents-by-day.js';
import { countStages, toDayCount } from './count-documents-by-day.js';
import { dateFieldOf } from './date-field.js';
import type { Entry } from './mongo-batch-writer.js';
import { MongoBatchWriter } from './mongo-batch-writer.js';
import type { MongoConnection, MongoDocument } from './mongo-connection.js';
import { MongoReader } from './mongo-reader.js';
import { scoreOperation } from './score-operation.js';
import { DOCUMENTS_PER_ANSWER, fingerprintOf } from './fingerprint-documents.js';
import { findStages, sortOf, text } from './sample-stages.js';
import { toMongoDocument } from './to-mongo-document.js';

/** What BSON adds to the text of `_id`: type, name, length, end. */
const ID_OVERHEAD = 10;

/** The documents of one kind in a collection. */
export class MongoSampleRepository<S extends Sample> implements SampleRepository<S> {
  readonly #writer: MongoBatchWriter;
  readonly #reader: MongoReader;
  readonly #idField: string;

  constructor(
    private readonly connection: MongoConnection,
    private readonly kind: S['kind'],
  ) {
    this.#idField = SAMPLE_FIELDS[kind].id;
    this.#writer = new MongoBatchWriter(connection, kind, this.#idField);
    this.#reader = new MongoReader(connection, kind);
  }

  async upsertMany(samples: readonly S[]): Promise<UpsertCounts> {
    return this.#writer.write(samples.map(toEntry));
  }

  async saveScores(scores: ReadonlyMap<string, JudgeScores>): Promise<number> {
    const found = await this.#reader.all([{ $match: { [this.#idField]: { $in: [...scores.keys()].map(text) } } }]);
    const operations = found.flatMap((document) => {
      const judged = scores.get(this.#nameOf(document));
      return (judged && scoreOperation(this.kind, document, judged)) ?? [];
    });
    if (operations.length === 0) return 0;
    const { matchedCount } = await this.connection.run(() =>
      this.connection.collection(this.kind).bulkWrite(operations, { ordered: false }),
    );
    return matchedCount;
  }

  async *stream(query: SampleQuery, order: SampleOrder, onUnreadable?: OnUnreadable): AsyncGenerator<S> {
    for await (const document of this.#reader.stream(await this.#stages(query, order))) {
      const sample = this.#read(document, onUnreadable);
      if (sample !== undefined) yield sample;
    }
  }

  async *exportSources(query: SampleQuery, onUnreadable?: OnUnreadable): AsyncGenerator<ExportSource> {
    for await (const bytes of this.#reader.streamBytes(await this.#stages(query, 'time'))) {
      const source = this.#encodedSource(bytes) ?? this.#wholeSource(bytes, onUnreadable);
      if (source !== undefined) yield source;
    }
  }

  async countByDay(query: SampleQuery, window: TimeWindow): Promise<readonly DayCount[]> {
    const dateField = await dateFieldOf(this.connection, this.kind);
    const groups = await this.#reader.all(countStages(this.kind, query, window, dateField));
    const days = window.list();
    return groups.map((group) => toDayCount(group as unknown as CountedGroup, days));
  }

  async span(query: SampleQuery): Promise<SampleSpan | undefined> {
    const dateField = await dateFieldOf(this.connection, this.kind);
    const ends = { first: { $min: `$${dateField}` }, last: { $max: `$${dateField}` }, count: { $sum: 1 } };
    const stages = [...findStages(this.kind, query, dateField), { $group: { _id: null, ...ends } }];
    const [group] = await this.#reader.all(stages);
    const [first, last] = [readInstant(group?.['first']), readInstant(group?.['last'])];
    return first === undefined || last === undefined ? undefined : { first, last, count: Number(group?.['count']) };
  }

  async channels(): Promise<readonly string[]> {
    const groups = await this.#reader.all([
      { $group: { _id: `$${SAMPLE_FIELDS[this.kind].channel}` } },
      { $sort: { _id: 1 } },
    ]);
    return groups.map(({ _id }) => _id).filter((channel) => typeof channel === 'string');
  }

  async findMany(ids: readonly string[]): Promise<ReadonlyMap<string, S>> {
    const found = await this.#reader.all([{ $match: { [this.#idField]: { $in: ids.map(text) } } }]);
    const samples = found.map((document) => readSample<S>(this.kind, document, this.#nameOf(document)));
    return new Map(samples.map((sample) => [sample.id, sample]));
  }

  /** Gives, whenever it is asked, a text that is another one after any change to what the query finds. */
  async fingerprinter(query: SampleQuery): Promise<() => Promise<string>> {
    const dateField = await dateFieldOf(this.connection, this.kind);
    const { maxTimeMS } = this.connection;
    const collection = this.connection.collection(this.kind);
    const count = await this.connection.run(() => collection.estimatedDocumentCount({ maxTimeMS }));
    const span = count <= DOCUMENTS_PER_ANSWER ? undefined : await this.span(query);
    return () => fingerprintOf(this.#reader, { kind: this.kind, query, dateField, span });
  }

  async deleteMany(ids: readonly string[]): Promise<number> {
    const filter = { [this.#idField]: { $in: ids.map(text) } };
    const { deletedCount } = await this.connection.run(() => this.connection.collection(this.kind).deleteMany(filter));
    return deletedCount;
  }

  #read(document: MongoDocument, onUnreadable?: OnUnreadable): S | undefined {
    const id = this.#nameOf(document);
    return readOr(onUnreadable, id, () => readSample<S>(this.kind, document, id));
  }

  #encodedSource(bytes: Uint8Array): ExportSource | undefined {
    const json = this.kind === 'digests' ? bsonJson(bytes) : undefined;
    return json === undefined ? undefined : digestSource(json);
  }

  #wholeSource(bytes: Uint8Array, onUnreadable?: OnUnreadable): ExportSource | undefined {
    const sample = this.#read(BSON.deserialize(bytes), onUnreadable);
    return sample && { record: toExportRecord(sample) };
  }

  async #stages(query: SampleQuery, order: SampleOrder): Promise<MongoDocument[]> {
    const dateField = await dateFieldOf(this.connection, this.kind);
    return [...findStages(this.kind, query, dateField), { $sort: sortOf(this.kind, order, dateField) }];
  }

  #nameOf(document: MongoDocument): string {
    const id = document[this.#idField];
    return typeof id === 'string' ? id : String(document._id);
  }
}

/** @throws STORE_DOCUMENT_INVALID, STORE_DOCUMENT_TOO_LARGE */
function toEntry(sample: Sample): Entry {
  const plain = toSampleDocument(sample);
  checkSampleDocument(sample.kind, plain);
  const document = toMongoDocument(plain);
  const bytes = BSON.calculateObjectSize(document);
  checkDocumentSize(sample.kind, sample.id, bytes + ID_OVERHEAD + Buffer.byteLength(sample.id));
  return { id: sample.id, document, bytes };
}
