import type { Clock } from '../../application/ports/clock.port.js';
import type { HardwareFactsPort } from '../../application/ports/hardware-facts.port.js';
import type { Tracer } from '../../application/ports/tracer.port.js';

/**
 * What commands can ask for, by name. To add a use case: one line here, and its token in
 * `composition/command-services.ts` (the compiler asks for it).
 */
export interface CommandServiceMap {
  readonly clock: Clock;
  readonly hardwareFacts: HardwareFactsPort;
  readonly tracer: Tracer;
}

/** Gives services when they are asked for, so that a command loads only what it uses. */
export interface CommandServices {
  get<N extends keyof CommandServiceMap>(name: N): Promise<CommandServiceMap[N]>;
}
