import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import type { MetricName } from '#etalon/domain/observability/metric-catalogue.js';
import { METRIC_CATALOGUE } from '#etalon/domain/observability/metric-catalogue.js';
import { ObservabilityPolicy } from '#etalon/domain/observability/observability-policy.js';
import { PromMetrics } from '#etalon/infrastructure/metrics/prom-metrics.js';

describe('PromMetrics', () => {
  const make = (strict = true) => new PromMetrics(new ObservabilityPolicy(strict));

  it('counts, sets and observes', async () => {
    const metrics = make();
    metrics.increment('benchmark_digest_records_total', { channel: '@news', provenance: 'imported' }, 3);
    metrics.increment('benchmark_digest_records_total', { channel: '@news', provenance: 'imported' });
    metrics.set('benchmark_dataset_floor', { dataset: 'default' }, 30);
    metrics.observe('benchmark_export_duration_seconds', { exporter: 'digests' }, 0.2);
    const lines = (await metrics.exposition()).split('\n');
    expect(lines).to.include('benchmark_digest_records_total{channel="@news",provenance="imported"} 4');
    expect(lines).to.include('benchmark_dataset_floor{dataset="default"} 30');
    expect(lines).to.include('benchmark_export_duration_seconds_bucket{le="0.25",exporter="digests"} 1');
    expect(lines).to.include('benchmark_export_duration_seconds_count{exporter="digests"} 1');
  });

  it('shows nothing that never happened', async () => {
    expect((await make().exposition()).trim()).to.equal('');
  });

  it('throws on what is outside the catalogue in strict mode, and leaves it out otherwise', async () => {
    expect(() => {
      make().increment('benchmark_dataset_floor', { dataset: 'x' });
    }).to.throw(RangeError);
    const metrics = make(false);
    metrics.increment('benchmark_dataset_floor', { dataset: 'x' });
    metrics.set('benchmark_samples_total', { scenario: 'x', status: 'scored' }, 1);
    metrics.observe('nothing' as MetricName, {}, 1);
    expect((await metrics.exposition()).trim()).to.equal('');
  });

  it('gives a text that promtool accepts', async function () {
    if (spawnSync('promtool', ['--version']).error !== undefined) {
      console.log('      skipped: promtool is not on PATH (Debian: apt-get install prometheus)');
      this.skip();
    }
    const metrics = make();
    for (const [name, { type, labels }] of Object.entries(METRIC_CATALOGUE)) {
      const values = Object.entries(labels).map(([label, rule]) => [label, 'oneOf' in rule ? rule.oneOf[0]! : 'x']);
      const filled = Object.fromEntries(values) as Record<string, string>;
      const act = { counter: 'increment', gauge: 'set', histogram: 'observe' } as const;
      metrics[act[type]](name as MetricName, filled, 1);
    }
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input: await metrics.exposition(),
      encoding: 'utf8',
    });
    expect(status, `${stdout}${stderr}`).to.equal(0);
  });
});
