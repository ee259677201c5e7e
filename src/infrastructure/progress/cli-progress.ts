import { createRequire } from 'node:module';
import type { Options, Presets, SingleBar } from 'cli-progress';
import type { Clock } from '../../application/ports/clock.port.js';
import type { ProgressReporter, ProgressTask } from '../../application/ports/progress.port.js';

interface ProgressLibrary {
  readonly SingleBar: new (options: Options, preset: (typeof Presets)['shades_classic']) => SingleBar;
  readonly Presets: typeof Presets;
}

/** Bars appear for work that takes longer than this. */
const QUIET_MS = 1000;

/** Draws a bar on a terminal for work that takes over a second; the library is loaded when the first bar is due. */
export class CliProgress implements ProgressReporter {
  constructor(
    private readonly clock: Clock,
    private readonly stream: NodeJS.WritableStream,
  ) {}

  start(label: string, total?: number): ProgressTask {
    const begun = this.clock.monotonic();
    let done = 0;
    let bar: SingleBar | undefined;
    return {
      advance: (by) => {
        done += by;
        const elapsed = this.clock.monotonic() - begun;
        if (bar === undefined && elapsed > QUIET_MS) bar = this.#draw(label, total, done);
        bar?.update(done, { rate: Math.round((1000 * done) / elapsed) });
      },
      finish: () => bar?.stop(),
    };
  }

  #draw(label: string, total: number | undefined, done: number): SingleBar {
    const { SingleBar: Bar, Presets: presets } = createRequire(import.meta.url)('cli-progress') as ProgressLibrary;
    const progress =
      total === undefined
        ? '{value} | {rate} a second'
        : '{bar} {percentage}% | {rate} a second | {eta_formatted} left';
    const format = `${label} ${progress}`;
    const bar = new Bar(
      { stream: this.stream, format, hideCursor: true, clearOnComplete: true, etaBuffer: 50 },
      presets.shades_classic,
    );
    bar.start(total ?? 0, done, { rate: 0 });
    return bar;
  }
}
