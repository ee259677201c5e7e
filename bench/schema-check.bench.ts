/**
 * What checking records costs: the compiled JSON Schema that stores use, against class-validator on the same documents
 * with the same rules (unknown members are refused by both). class-validator checks instances of classes, so documents
 * must be converted first: that is shown apart.
 *
 *   node build/bench/schema-check.bench.js [RECORDS] [ROUNDS]
 */
import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsPositive,
  IsString,
  Matches,
  validateSync,
  ValidateNested,
} from 'class-validator';
import { toSampleDocument } from '#etalon/infrastructure/persistence/documents/sample-document.mapper.js';
import { checkSampleDocument } from '#etalon/infrastructure/persistence/documents/sample-schema-check.js';
import { digests } from '../tests/support/sample-factory.js';

const RECORDS = Number(process.argv[2] ?? 2_000);
const ROUNDS = Number(process.argv[3] ?? 15);
const WARM_UP = 5;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.]\d{3}Z$/;

/** Puts decorators on the properties of a class, as `@` would. */
function withRules<T extends new () => object>(target: T, rules: Record<string, readonly PropertyDecorator[]>): T {
  for (const [name, decorators] of Object.entries(rules)) {
    for (const decorate of decorators) decorate(target.prototype as object, name);
  }
  return target;
}

/** What the classes below have in common, so that none of them is empty. */
abstract class Dto {
  toString(): string {
    return this.constructor.name;
  }
}

const nested = (target: new () => object): readonly PropertyDecorator[] => [ValidateNested(), Type(() => target)];
const text = [IsString()];
const name = [IsString(), IsNotEmpty()];

const Flags = withRules(class FlagsDto extends Dto {}, {
  use_new_summarization: [IsBoolean()],
  enable_quality_evaluation: [IsBoolean()],
  enable_async_long_summarization: [IsBoolean()],
});
const Generator = withRules(class GeneratorDto extends Dto {}, {
  name: text,
  version: text,
  seed: [IsNumber()],
});
const Metadata = withRules(class MetadataDto extends Dto {}, {
  feature_flags: nested(Flags),
  llm_model: text,
  provenance: [IsIn(['imported', 'synthetic', 'unmarked'])],
  generator: [IsOptional(), ...nested(Generator)],
  time_range_hours: [IsPositive()],
});
const Post = withRules(class PostDto extends Dto {}, {
  title: text,
  summary: text,
  text,
  message_id: [IsOptional(), IsInt()],
  date: [IsOptional(), Matches(MOMENT)],
  url: [IsOptional(), ...text],
  provenance: [IsOptional(), IsIn(['imported', 'synthetic'])],
});
const Digest = withRules(class DigestDto extends Dto {}, {
  digest_id: name,
  channel: name,
  language: name,
  summary_markdown: text,
  posts: [IsArray(), ValidateNested({ each: true }), Type(() => Post)],
  feature_flags: nested(Flags),
  latency_seconds: [IsPositive()],
  created_at: [Matches(MOMENT)],
  metadata: nested(Metadata),
  quality: [IsOptional(), IsObject()],
});

const documents = digests(RECORDS).map(toSampleDocument);
const instances = documents.map((document) => plainToInstance(Digest, document));

function milliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const checkBySchema = (): void => {
  for (const document of documents) checkSampleDocument('digests', document);
};
const checkByClass = (): void => {
  for (const instance of instances) {
    if (validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }).length > 0)
      throw new Error('class-validator refused a good record');
  }
};

for (let round = 0; round < WARM_UP; round += 1) {
  checkBySchema();
  checkByClass();
}
const convert = (): void => {
  for (const document of documents) plainToInstance(Digest, document);
};
const timesOf = (work: () => void): number[] => Array.from({ length: ROUNDS }, () => milliseconds(work));
const [schema, classes, conversion] = [checkBySchema, checkByClass, convert].map((work) =>
  Math.min(...timesOf(work)),
) as [number, number, number];
console.log(`Check of ${RECORDS} digests, best of ${ROUNDS} rounds; ratios say how many times as fast the schema is.`);
console.log(`JSON Schema                       ${schema.toFixed(1)} ms`);
console.log(`class-validator                   ${classes.toFixed(1)} ms  ratio ${(classes / schema).toFixed(1)}`);
console.log(
  `  with the conversion it needs    ${(classes + conversion).toFixed(1)} ms  ratio ${((classes + conversion) / schema).toFixed(1)}`,
);
