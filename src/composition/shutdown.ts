/** The steps of a shutdown, in their order. */
export const SHUTDOWN_PHASES = ['intake', 'flush', 'close'] as const;

/** `intake`: take no more work; `flush`: write what is in memory; `close`: let go of stores and connections. */
export type ShutdownPhase = (typeof SHUTDOWN_PHASES)[number];

interface Step {
  readonly name: string;
  readonly action: () => Promise<void> | void;
}

/** How long all steps of a phase may take together. */
const PHASE_DEADLINE_MS = 5000;

/**
 * Ends a process in order: phase after phase, inside a phase the last registered step first. A step that fails or hangs
 * does not keep the others from running.
 */
export class ShutdownSequence {
  readonly #steps = new Map<ShutdownPhase, Step[]>(SHUTDOWN_PHASES.map((phase) => [phase, []]));
  #run: Promise<void> | undefined;

  constructor(private readonly deadlineMs = PHASE_DEADLINE_MS) {}

  register(phase: ShutdownPhase, name: string, action: () => Promise<void> | void): void {
    this.#steps.get(phase)?.unshift({ name, action });
  }

  /** Runs the steps once, however often it is called. @throws the first failure, after all steps had their turn. */
  run(): Promise<void> {
    this.#run ??= this.#runAll();
    return this.#run;
  }

  async #runAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const phase of SHUTDOWN_PHASES) {
      await this.#withDeadline(phase, failures);
    }
    if (failures.length > 0) throw failures[0];
  }

  async #withDeadline(phase: ShutdownPhase, failures: unknown[]): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        failures.push(new Error(`Shutdown: "${phase}" took longer than ${this.deadlineMs} ms.`));
        resolve();
      }, this.deadlineMs);
    });
    await Promise.race([this.#runPhase(phase, failures), deadline]);
    clearTimeout(timer);
  }

  async #runPhase(phase: ShutdownPhase, failures: unknown[]): Promise<void> {
    for (const { action } of this.#steps.get(phase) ?? []) {
      try {
        await action();
      } catch (error) {
        failures.push(error);
      }
    }
  }
}
