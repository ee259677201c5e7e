import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { InMemoryTracer } from '#etalon/infrastructure/tracing/in-memory-tracer.js';
import { FixedClock } from '../../../support/fixed-clock.js';

describe('InMemoryTracer', () => {
  it('keeps what ended, with its duration, its attributes and its result', async () => {
    const clock = new FixedClock();
    const tracer = new InMemoryTracer(clock, { capacity: 10 });
    const result = await tracer.span('export', { kind: 'digests' }, (span) => {
      clock.time += 250;
      span.add({ records: 3 });
      return Promise.resolve(42);
    });
    expect(result).to.equal(42);
    const [span] = tracer.finished();
    expect(span).to.include({
      name: 'export',
      parentSpanId: null,
      durationMs: 250,
      status: 'ok',
      error: null,
    });
    expect(span!.traceId).to.match(/^[0-9a-f]{32}$/);
    expect(span!.spanId).to.match(/^[0-9a-f]{16}$/);
    expect(span!.attributes).to.deep.equal({ kind: 'digests', records: 3 });
    expect(tracer.current()).to.equal(undefined);
  });

  it('nests spans along asynchronous calls, side by side ones apart', async () => {
    const tracer = new InMemoryTracer(new FixedClock(), { capacity: 10 });
    await tracer.span('run', {}, async () => {
      await Promise.all(
        ['a', 'b'].map((name) =>
          tracer.span(name, {}, async () => {
            await sleep(2);
            await tracer.span(`${name}.child`, {}, () => sleep(1));
          }),
        ),
      );
    });
    const by = new Map(tracer.finished().map((span) => [span.name, span]));
    expect(new Set([...by.values()].map(({ traceId }) => traceId)).size).to.equal(1);
    expect(by.get('a')!.parentSpanId).to.equal(by.get('run')!.spanId);
    expect(by.get('b')!.parentSpanId).to.equal(by.get('run')!.spanId);
    expect(by.get('b.child')!.parentSpanId).to.equal(by.get('b')!.spanId);
  });

  it('marks what threw, without secrets, and lets it through', async () => {
    const tracer = new InMemoryTracer(new FixedClock(), { capacity: 10 });
    const failed = new Error('mongodb://u:hunter2@h is away');
    const thrown = await tracer.span('x', {}, () => Promise.reject(failed)).catch((error: unknown) => error);
    expect(thrown).to.equal(failed);
    expect(tracer.finished()[0]!.status).to.equal('error');
    expect(tracer.finished()[0]!.error).to.contain('is away').and.not.contain('hunter2');
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a library may throw
    await tracer.span('y', {}, () => Promise.reject('text')).catch(() => undefined);
    expect(tracer.finished()[1]!.error).to.equal('text');
  });

  it('keeps the newest when there are too many, and counts the rest', async () => {
    let told = 0;
    const tracer = new InMemoryTracer(new FixedClock(), { capacity: 3, onDrop: () => (told += 1) });
    for (const name of ['1', '2', '3', '4', '5']) await tracer.span(name, {}, () => Promise.resolve());
    expect(tracer.finished().map(({ name }) => name)).to.deep.equal(['3', '4', '5']);
    expect(tracer.dropped).to.equal(2);
    expect(told).to.equal(2);
  });
});
