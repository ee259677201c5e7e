import { expect } from 'chai';
import { CliProgress } from '#etalon/infrastructure/progress/cli-progress.js';
import { SilentProgress } from '#etalon/infrastructure/progress/silent-progress.js';
import { FixedClock } from '../../../support/fixed-clock.js';
import { MemoryStream } from '../../../support/memory-stream.js';

/** A terminal as the progress library expects one. */
class FakeTerminal extends MemoryStream {
  readonly isTTY = true;
  readonly columns = 80;
  cursorTo = () => true;
  moveCursor = () => true;
  clearLine = () => true;
  clearScreenDown = () => true;
}

describe('CliProgress', () => {
  it('draws nothing for work that is over within a second', () => {
    const [clock, terminal] = [new FixedClock(), new FakeTerminal()];
    const task = new CliProgress(clock, terminal).start('Reading', 10);
    clock.time += 900;
    task.advance(10);
    task.finish();
    expect(terminal.text).to.equal('');
  });

  it('draws a bar for longer work, and takes it away at the end', () => {
    const [clock, terminal] = [new FixedClock(), new FakeTerminal()];
    const task = new CliProgress(clock, terminal).start('Reading', 10);
    clock.time += 1100;
    task.advance(5);
    task.advance(1);
    task.finish();
    expect(terminal.text).to.contain('Reading').and.contain('50%');
  });

  it('tells the rate and the time that is left', () => {
    const [clock, terminal] = [new FixedClock(), new FakeTerminal()];
    const task = new CliProgress(clock, terminal).start('Reading', 100);
    clock.time += 2000;
    task.advance(50);
    task.finish();
    expect(terminal.text).to.contain('25 a second').and.contain('left');
  });

  it('counts where the total is unknown', () => {
    const [clock, terminal] = [new FixedClock(), new FakeTerminal()];
    const task = new CliProgress(clock, terminal).start('Posts');
    clock.time += 1100;
    task.advance(7);
    task.finish();
    expect(terminal.text).to.contain('Posts 7');
  });
});

describe('SilentProgress', () => {
  it('says nothing', () => {
    const task = new SilentProgress().start();
    task.advance(1);
    task.finish();
  });
});
