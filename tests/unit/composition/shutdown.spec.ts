import { expect } from 'chai';
import { ShutdownSequence } from '#etalon/composition/shutdown.js';

describe('ShutdownSequence', () => {
  it('runs phase after phase, in a phase the last registered first', async () => {
    const order: string[] = [];
    const shutdown = new ShutdownSequence();
    shutdown.register('close', 'store', () => void order.push('store'));
    shutdown.register('close', 'cursor', async () => Promise.resolve().then(() => void order.push('cursor')));
    shutdown.register('flush', 'logs', () => void order.push('logs'));
    shutdown.register('intake', 'server', () => void order.push('server'));
    await shutdown.run();
    expect(order).to.deep.equal(['server', 'logs', 'cursor', 'store']);
  });

  it('runs once, however often it is asked', async () => {
    let runs = 0;
    const shutdown = new ShutdownSequence();
    shutdown.register('close', 'store', () => void (runs += 1));
    await Promise.all([shutdown.run(), shutdown.run()]);
    await shutdown.run();
    expect(runs).to.equal(1);
  });

  it('closes the stores even when something fails or hangs before, and tells the first failure', async () => {
    let closed = false;
    const shutdown = new ShutdownSequence(20);
    shutdown.register('intake', 'broken', () => Promise.reject(new Error('broken')));
    shutdown.register('flush', 'hanging', () => new Promise(() => undefined));
    shutdown.register('close', 'store', () => void (closed = true));
    const failure = await shutdown.run().catch((error: unknown) => error);
    expect(closed).to.equal(true);
    expect((failure as Error).message).to.equal('broken');
  });

  it('says which phase took too long', async () => {
    const shutdown = new ShutdownSequence(10);
    shutdown.register('flush', 'hanging', () => new Promise(() => undefined));
    const failure = await shutdown.run().catch((error: unknown) => error);
    expect((failure as Error).message)
      .to.contain('"flush"')
      .and.contain('10 ms');
  });
});
