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
const REDRAW_MS = 100;

/** Draws a bar on a terminal for work that takes over a second; the library is loaded when the first bar is due. */
export class CliProgress implements ProgressReporter {
  constructor(
    private readonly clock: Clock,
    private readonly stream: NodeJS.WritableStream,
  ) {}

  start(label: string, total?: number): ProgressTask {
    const begun = this.clock.monotonic();
    let [done, shown] = [0, begun + QUIET_MS - REDRAW_MS];
    let bar: SingleBar | undefined;
    return {
      advance: (by, note) => {
        done += by;
        if (this.clock.monotonic() - shown <= REDRAW_MS) return;
        shown = this.clock.monotonic();
        bar ??= this.#draw(label, total, done);
        bar.update(done, { rate: rateOf(done, shown - begun), note: note?.() ?? '' });
      },
      finish: () => bar?.stop(),
    };
  }

  #draw(label: string, total: number | undefined, done: number): SingleBar {
    const { SingleBar: Bar, Presets: presets } = createRequire(import.meta.url)('cli-progress') as ProgressLibrary;
    const known = total === undefined ? '{value}' : '{bar} {percentage}% | {eta_formatted} left';
    const format = `${label} ${known} | {rate} {note}`;
    const bar = new Bar(
      { stream: this.stream, format, hideCursor: true, clearOnComplete: true, etaBuffer: 50 },
      presets.shades_classic,
    );
    bar.start(total ?? 0, done, { rate: '', note: '' });
    return bar;
  }
}

function rateOf(done: number, milliseconds: number): string {
  const rate = done / (milliseconds / 1000);
  return `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)} a second`;
}
