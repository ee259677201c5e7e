import { expect } from 'chai';
import type { LogLevel } from '#etalon/application/ports/settings.port.js';
import { WinstonLogger } from '#etalon/infrastructure/logging/winston-logger.js';
import { FixedClock } from '../../../support/fixed-clock.js';
import { MemoryStream } from '../../../support/memory-stream.js';

describe('WinstonLogger', () => {
  const setUp = (level: LogLevel, span?: { traceId: string; spanId: string }) => {
    const stream = new MemoryStream();
    const counted: LogLevel[] = [];
    const logger = new WinstonLogger({
      service: 'cli',
      level,
      clock: new FixedClock(),
      stream,
      span: () => span,
      onLine: (line) => counted.push(line),
    });
    return { logger, counted, lines: () => stream.text.split('\n').filter((line) => line !== '') };
  };

  it('writes one JSON object a line with the fields of the house first', () => {
    const { logger, lines } = setUp('info', { traceId: 't1', spanId: 's1' });
    logger.info('Seeded.', { channel: '@news', stage_id: 'TL-01' });
    expect(lines()).to.deep.equal([
      '{"timestamp":"2024-12-03T12:00:00.000Z","level":"info","service":"cli","message":"Seeded.",' +
        '"trace_id":"t1","span_id":"s1","channel":"@news","stage_id":"TL-01"}',
    ]);
  });

  it('writes lines at and above its level, and counts those', () => {
    const { logger, counted, lines } = setUp('warn');
    for (const level of ['debug', 'info', 'warn', 'error'] as const) logger[level](level);
    expect(lines().map((line) => (JSON.parse(line) as { message: string }).message)).to.deep.equal(['warn', 'error']);
    expect(counted).to.deep.equal(['warn', 'error']);
  });

  it('writes everything at debug', () => {
    const { logger, lines } = setUp('debug');
    logger.debug('x');
    expect(lines()).to.have.length(1);
  });

  it('redacts secrets in fields and messages', () => {
    const { logger, lines } = setUp('info');
    logger.warn('at mongodb://me:hunter2@host', { password: 'hunter2', error: new Error('token=hunter2') });
    expect(lines().join('')).not.to.contain('hunter2');
  });

  it('adds the fields of a child, and lets nobody overwrite the time, level, service or message', () => {
    const { logger, lines } = setUp('info');
    logger.child({ epic_id: 'EP24', level: 'fake' }).child({ run: 1 }).info('real', { message: 'fake', service: 'x' });
    expect(JSON.parse(lines()[0]!)).to.deep.equal({
      timestamp: '2024-12-03T12:00:00.000Z',
      level: 'info',
      service: 'cli',
      message: 'real',
      epic_id: 'EP24',
      run: 1,
    });
  });
});
