/** A metric as the whole product knows it. */
export interface MetricDefinition {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** Label names in the order in which they are written, with what values they may take. */
  readonly labels: Readonly<Record<string, LabelRule>>;
  /** Upper bounds of the buckets of a histogram, in seconds unless the help says otherwise. */
  readonly buckets?: readonly number[];
}

/** The values that a label may take: these and no others, or any up to a number of different ones. */
export type LabelRule = { readonly oneOf: readonly string[] } | { readonly atMost: number };

/** The labels of one observation. */
export type MetricLabels = Readonly<Record<string, string>>;

const PROVENANCE: LabelRule = { oneOf: ['imported', 'synthetic', 'unmarked'] };
const KIND: LabelRule = { oneOf: ['digests', 'review_reports'] };
const CHANNEL: LabelRule = { atMost: 50 };
const DATASET: LabelRule = { atMost: 10 };
const SCENARIO: LabelRule = { atMost: 10 };
const METRIC: LabelRule = { atMost: 10 };
const WORK_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];
const CALL_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

const catalogue = {
  benchmark_digest_records_total: {
    type: 'counter',
    help: 'Digest records seeded.',
    labels: { channel: CHANNEL, provenance: PROVENANCE },
  },
  benchmark_review_records_total: {
    type: 'counter',
    help: 'Review report records seeded.',
    labels: { channel: CHANNEL, provenance: PROVENANCE },
  },
  benchmark_dataset_records: {
    type: 'gauge',
    help: 'Records of a data set in the store.',
    labels: { dataset: DATASET, kind: KIND, channel: CHANNEL, provenance: PROVENANCE },
  },
  benchmark_dataset_floor: {
    type: 'gauge',
    help: 'Records of each kind that every channel of a data set must have.',
    labels: { dataset: DATASET },
  },
  benchmark_export_duration_seconds: {
    type: 'histogram',
    help: 'Duration of an export.',
    labels: { exporter: KIND },
    buckets: WORK_SECONDS,
  },
  benchmark_run_duration_seconds: {
    type: 'histogram',
    help: 'Duration of a benchmark run.',
    labels: { scenario: SCENARIO, dataset: DATASET },
    buckets: WORK_SECONDS,
  },
  benchmark_run_outcome: {
    type: 'gauge',
    help: 'Verdict of the last run: 0 pass, 1 warn, 2 fail, 3 insufficient.',
    labels: { scenario: SCENARIO, dataset: DATASET },
  },
  benchmark_metric_outcome: {
    type: 'gauge',
    help: 'Verdict of a metric in the last run: 0 pass, 1 warn, 2 fail, 3 insufficient.',
    labels: { scenario: SCENARIO, dataset: DATASET, metric: METRIC },
  },
  benchmark_metric_value: {
    type: 'gauge',
    help: 'Estimate of a metric in the last run.',
    labels: { scenario: SCENARIO, dataset: DATASET, metric: METRIC },
  },
  benchmark_metric_ci_lower: {
    type: 'gauge',
    help: 'Lower bound of the interval of a metric in the last run.',
    labels: { scenario: SCENARIO, dataset: DATASET, metric: METRIC },
  },
  benchmark_metric_ci_upper: {
    type: 'gauge',
    help: 'Upper bound of the interval of a metric in the last run.',
    labels: { scenario: SCENARIO, dataset: DATASET, metric: METRIC },
  },
  benchmark_samples_total: {
    type: 'counter',
    help: 'Samples that a benchmark run dealt with.',
    labels: { scenario: SCENARIO, status: { oneOf: ['scored', 'unscored', 'error'] } },
  },
  judge_requests_total: {
    type: 'counter',
    help: 'Requests to a judge.',
    labels: { judge: { atMost: 10 }, status: { oneOf: ['scored', 'unscored', 'error'] } },
  },
  judge_request_duration_seconds: {
    type: 'histogram',
    help: 'Duration of a request to a judge.',
    labels: { judge: { atMost: 10 }, status: { oneOf: ['scored', 'unscored', 'error'] } },
    buckets: CALL_SECONDS,
  },
  shared_infra_bootstrap_status: {
    type: 'gauge',
    help: 'Whether a component of the shared infrastructure answers: 1 yes, 0 no.',
    labels: {
      step: { oneOf: ['mongo', 'prometheus', 'alertmanager', 'pushgateway', 'loki', 'grafana', 'llm'] },
    },
  },
  structured_logs_total: {
    type: 'counter',
    help: 'Structured log lines written.',
    labels: {
      service: { oneOf: ['cli', 'http', 'mcp', 'sidecar'] },
      level: { oneOf: ['debug', 'info', 'warn', 'error'] },
    },
  },
  rag_variance_ratio: {
    type: 'gauge',
    help: 'Share of score variance that comes from rerunning the same query.',
    labels: { window: { atMost: 10 } },
  },
  rag_fallback_reason_total: {
    type: 'counter',
    help: 'Rerankings that fell back to the retrieval order.',
    labels: { reason: { oneOf: ['timeout', 'parse_error', 'exception', 'disabled'] } },
  },
  rag_rerank_duration_seconds: {
    type: 'histogram',
    help: 'Duration of a reranking.',
    labels: { strategy: { oneOf: ['off', 'lexical', 'llm'] } },
    buckets: CALL_SECONDS,
  },
  rag_rerank_score_variance: {
    type: 'histogram',
    help: 'Variance of the scores of one reranking (scores are in 0…1).',
    labels: { strategy: { oneOf: ['off', 'lexical', 'llm'] } },
    buckets: [0.0001, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25],
  },
  mcp_requests_total: {
    type: 'counter',
    help: 'Requests to MCP tools.',
    labels: { tool: { atMost: 20 }, status: { oneOf: ['ok', 'error'] } },
  },
  mcp_request_duration_seconds: {
    type: 'histogram',
    help: 'Duration of a request to an MCP tool.',
    labels: { tool: { atMost: 20 }, status: { oneOf: ['ok', 'error'] } },
    buckets: CALL_SECONDS,
  },
  mcp_tools_registered: { type: 'gauge', help: 'Tools that the MCP server offers.', labels: {} },
  component_health: {
    type: 'gauge',
    help: 'Whether a component is healthy: 1 yes, 0 no.',
    labels: { component: { atMost: 20 } },
  },
  spans_dropped_total: {
    type: 'counter',
    help: 'Spans that were not kept.',
    labels: { reason: { oneOf: ['queue_full', 'store_failed', 'shutdown'] } },
  },
  log_lines_dropped_total: {
    type: 'counter',
    help: 'Log lines that were not delivered.',
    labels: { reason: { oneOf: ['queue_full', 'loki_failed', 'shutdown'] } },
  },
} as const satisfies Record<string, MetricDefinition>;

/** The name of a metric of the catalogue. */
export type MetricName = keyof typeof catalogue;

/** Every metric of the product: names, types, labels and what values these may take. */
export const METRIC_CATALOGUE: Readonly<Record<MetricName, MetricDefinition>> = catalogue;
