import { expect } from 'chai';
import { createContainer } from '#etalon/composition/create-container.js';
import { loadSettings } from '#etalon/infrastructure/config/load-settings.js';
import { FixedClock } from '../../support/fixed-clock.js';

describe('createContainer', () => {
  it('gives one instance a container', async () => {
    const settings = await loadSettings({ env: {}, cwd: process.cwd() });
    const [one, other] = [createContainer(settings), createContainer(settings)];
    expect(await one.get('ids')).to.equal(await one.get('ids'));
    expect(await one.get('ids')).not.to.equal(await other.get('ids'));
    expect(await one.get('settings')).to.equal(settings);
    await one.close();
    await one.close();
    await other.close();
  });

  it('takes your own services in place of its own, for whoever needs them', async () => {
    const settings = await loadSettings({ env: {}, cwd: process.cwd() });
    const clock = new FixedClock();
    const container = createContainer(settings, { clock });
    expect(await container.get('clock')).to.equal(clock);
    const tracer = await container.get('tracer');
    await tracer.span('x', {}, () => Promise.resolve());
    expect((await container.get('spanLog')).finished()[0]!.startedAt).to.equal(clock.time);
    await container.close();
  });

  it('counts log lines', async () => {
    const settings = await loadSettings({
      env: { ETALON_STRICT_METRICS: '1', LOG_LEVEL: 'error' },
      cwd: process.cwd(),
    });
    const container = createContainer(settings);
    (await container.get('logger')).warn('below the level');
    expect(await (await container.get('metrics')).exposition()).not.to.contain('structured_logs_total');
    await container.close();
  });
});
