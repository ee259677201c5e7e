import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import sinon from 'sinon';
import { Interruption } from '#etalon/presentation/cli/interruption.js';

class Signals extends EventEmitter {
  readonly exits: number[] = [];

  exit(code: number): void {
    this.exits.push(code);
  }
}

describe('Interruption', () => {
  it('hands on what the work gives or throws when nothing interrupts it', async () => {
    const interruption = new Interruption(new Signals());
    expect(await interruption.guard(Promise.resolve(7), 10)).to.equal(7);
    const failed = new Error('x');
    expect(await interruption.guard(Promise.reject(failed), 10).catch((error: unknown) => error)).to.equal(failed);
    expect(interruption.signal.aborted).to.equal(false);
    interruption.release();
  });

  it('hands on what work came to by itself although a signal came', async () => {
    const signals = new Signals();
    const interruption = new Interruption(signals);
    const guarded = interruption.guard(
      sleep(20).then(() => 7),
      5000,
    );
    signals.emit('SIGINT');
    expect(interruption.signal.aborted).to.equal(true);
    expect(await guarded).to.equal(7);
    const fault = new Error('of its own');
    expect(await interruption.guard(Promise.reject(fault), 10).catch((error: unknown) => error)).to.equal(fault);
    expect(signals.exits).to.deep.equal([]);
    interruption.release();
  });

  it('tells of an interruption when that is why work ended', async () => {
    const signals = new Signals();
    const interruption = new Interruption(signals);
    const { signal } = interruption;
    const guarded = interruption.guard(sleep(5000, undefined, { signal }), 5000).catch((error: unknown) => error);
    signals.emit('SIGINT');
    expect(await guarded).to.include({ code: 'INTERRUPTED' });
    interruption.release();
  });

  it('waits no longer than the grace for work that does not listen', async () => {
    const signals = new Signals();
    const interruption = new Interruption(signals);
    const timers = sinon.useFakeTimers();
    try {
      const told = sinon.spy();
      const guarded = interruption.guard(new Promise(() => undefined), 3000).catch(told);
      signals.emit('SIGTERM');
      await timers.tickAsync(2999);
      expect(told.called).to.equal(false);
      await timers.tickAsync(1);
      await guarded;
      expect(told.firstCall.args[0]).to.include({ code: 'INTERRUPTED' });
    } finally {
      timers.restore();
      interruption.release();
    }
  });

  it('ends the process at the second signal', () => {
    const signals = new Signals();
    const interruption = new Interruption(signals);
    signals.emit('SIGINT');
    signals.emit('SIGTERM');
    expect(signals.exits).to.deep.equal([130]);
    interruption.release();
    expect(signals.listenerCount('SIGINT') + signals.listenerCount('SIGTERM')).to.equal(0);
  });
});
