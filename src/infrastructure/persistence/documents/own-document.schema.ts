import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import { DocumentReader } from './document-reader.js';

const TEXT = { type: 'string' } as const;
const COUNT = { type: 'integer', minimum: 0 } as const;
const NUMBER_OR_NULL = { type: ['number', 'null'] } as const;
const TEXT_OR_NULL = { type: ['string', 'null'] } as const;

function shape(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

/** What must be there for a document of our own to be usable; stores of later versions may hold more. */
const SCHEMAS = {
  datasets: shape({
    name: TEXT,
    origin: { enum: ['seeded', 'adopted'] },
    status: { enum: ['seeding', 'complete'] },
    first_day: TEXT,
    last_day: TEXT,
    timezone: TEXT,
    channels: { type: 'array', items: TEXT },
    floor: COUNT,
    seed: { type: 'number' },
    digester: shape({ name: TEXT, version: TEXT }),
    dataset_hash: TEXT_OR_NULL,
    scores_hash: TEXT_OR_NULL,
  }),
  benchmark_runs: shape({
    run_id: TEXT,
    scenario: TEXT,
    status: TEXT,
    verdict: TEXT_OR_NULL,
    pinned_at: TEXT_OR_NULL,
    preregistration: { type: 'object' },
    dataset: shape({ path: TEXT, sha256: TEXT, samples: COUNT }),
    judge: shape({ kind: TEXT, model: TEXT }),
    samples: shape({ total: COUNT, scored: COUNT, unscored: COUNT, errors: COUNT }),
    coverage: NUMBER_OR_NULL,
    metrics: { type: 'array', items: { type: 'object' } },
    latency: { type: 'object' },
    cost: { type: 'object' },
    environment: { type: 'object' },
  }),
  benchmark_results: shape(
    {
      position: COUNT,
      sample_id: TEXT,
      channel: TEXT,
      day: TEXT,
      provenance: { enum: ['imported', 'synthetic', 'unmarked'] },
      latency_seconds: { type: 'number' },
      status: { enum: ['scored', 'unscored', 'error'] },
      scores: { type: 'object', additionalProperties: { type: 'number' } },
      notes: TEXT,
      reason: TEXT,
    },
    ['scores', 'notes', 'reason'],
  ),
} as const;

const compiled = new Map<string, ValidateFunction>();

/**
 * Checks what a store gave for a document that only this product writes.
 *
 * @throws STORE_DOCUMENT_INVALID naming the document and the path.
 */
export function readOwn(
  collection: keyof typeof SCHEMAS,
  document: unknown,
  id: string,
): Readonly<Record<string, unknown>> {
  const validate = compiled.get(collection) ?? new Ajv({ strict: true }).compile(SCHEMAS[collection]);
  compiled.set(collection, validate);
  if (validate(document)) return document as Record<string, unknown>;
  const fault = validate.errors?.[0];
  const reader = new DocumentReader(document, { collection, id }, fault?.instancePath ?? '');
  return reader.fail(fault?.message ?? 'does not fit its schema');
}
