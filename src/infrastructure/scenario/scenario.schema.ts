const VALUES = {
  type: 'object',
  additionalProperties: false,
  required: ['pass', 'warn'],
  properties: { pass: { type: 'number' }, warn: { type: 'number' } },
} as const;

const METRIC = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'direction', 'pass', 'warn'],
  properties: {
    name: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    direction: { enum: ['higher', 'lower'] },
    pass: { type: 'number' },
    warn: { type: 'number' },
    by_judge: { type: 'object', additionalProperties: VALUES },
  },
} as const;

/** What a scenario file holds. */
export const SCENARIO_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: [
    'schema_version',
    'name',
    'version',
    'title',
    'kind',
    'default_judge',
    'judge_model',
    'prompt_version',
    'minimum_coverage',
    'strata',
    'clusters',
    'metrics',
  ],
  properties: {
    schema_version: { const: 1 },
    name: { type: 'string', pattern: '^[a-z][a-z0-9_]*$', maxLength: 100 },
    version: { type: 'string', minLength: 1 },
    title: { type: 'string', minLength: 1 },
    kind: { enum: ['digests', 'review_reports'] },
    default_judge: { type: 'string', minLength: 1 },
    judge_model: { type: 'string', minLength: 1 },
    prompt_version: { type: 'string', minLength: 1 },
    minimum_coverage: { type: 'number', minimum: 0, maximum: 1 },
    strata: { const: 'channel' },
    clusters: { const: 'day' },
    metrics: { type: 'array', minItems: 1, items: METRIC },
  },
} as const;

/** A scenario file that fits the schema. */
export interface ScenarioDocument {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly kind: 'digests' | 'review_reports';
  readonly default_judge: string;
  readonly judge_model: string;
  readonly prompt_version: string;
  readonly minimum_coverage: number;
  readonly metrics: readonly MetricDocument[];
}

/** A metric of a scenario file. */
export interface MetricDocument {
  readonly name: string;
  readonly direction: 'higher' | 'lower';
  readonly pass: number;
  readonly warn: number;
  readonly by_judge?: Readonly<Record<string, { readonly pass: number; readonly warn: number }>>;
}
