import type { ProgressReporter, ProgressTask } from '../../application/ports/progress.port.js';

/** Says nothing: for pipes, `--quiet` and embedding. */
export class SilentProgress implements ProgressReporter {
  start(): ProgressTask {
    return { advance: () => undefined, finish: () => undefined };
  }
}
