import type { Clock } from '../ports/clock.port.js';
import type { PlacedSample } from '../ports/judge-pool.port.js';
import type { SampleReading } from '../ports/sample-files.port.js';

/** How long samples may follow one another before signals and timers have their turn, in milliseconds. */
const TURN_MS = 10;

/** Which of the samples are meant. */
export interface SampleChoice {
  /** The places that were drawn; all when left out. */
  readonly drawn: ReadonlySet<number> | undefined;
  /** Whether the sample at a place needs no judge any more. */
  readonly isDone: (position: number) => boolean;
  /** Hears of every sample that is meant, those that are done too. */
  readonly heard: ((sample: PlacedSample) => void) | undefined;
}

/** The samples of a file that are still to be judged, in its order; the file is always read to its end. */
export async function* samplesLeft(
  reading: SampleReading,
  choice: SampleChoice,
  clock: Clock,
): AsyncGenerator<PlacedSample> {
  const turn = new LoopTurn(clock);
  for await (const sample of placed(reading)) {
    if (choice.drawn?.has(sample.position) === false) continue;
    choice.heard?.(sample);
    if (choice.isDone(sample.position)) continue;
    if (turn.isDue()) await turn.take();
    yield sample;
  }
}

async function* placed(reading: SampleReading): AsyncGenerator<PlacedSample> {
  let position = 0;
  for await (const { record } of reading) {
    yield { position, record };
    position += 1;
  }
}

/** Lets signals and timers in: a judge that never waits for anything would keep them out until the next piece of file. */
class LoopTurn {
  #last: number;

  constructor(private readonly clock: Clock) {
    this.#last = clock.monotonic();
  }

  isDue(): boolean {
    return this.clock.monotonic() - this.#last >= TURN_MS;
  }

  async take(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#last = this.clock.monotonic();
  }
}
