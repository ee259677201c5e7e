import { createRequire } from 'node:module';
import type winston from 'winston';
import type { Clock } from '../../application/ports/clock.port.js';
import type { LogFields, Logger } from '../../application/ports/logger.port.js';
import type { LogLevel } from '../../application/ports/settings.port.js';
import { redact } from '../../domain/observability/redaction.js';
import { toIso } from '../../domain/time/instant.js';

export interface WinstonLoggerOptions {
  readonly service: string;
  readonly level: LogLevel;
  readonly clock: Clock;
  readonly stream: NodeJS.WritableStream;
  /** Where in a trace the caller is. */
  readonly span: () => { readonly traceId: string; readonly spanId: string } | undefined;
  /** Told of every line that is written. */
  readonly onLine: (level: LogLevel) => void;
}

const SEVERITY: Readonly<Record<LogLevel, number>> = { error: 0, warn: 1, info: 2, debug: 3 };

/**
 * One JSON object a line, without secrets: `timestamp, level, service, message, trace_id, span_id`, then the fields.
 * Winston is loaded with the first line that is written, so a command that logs nothing does not wait for it.
 */
export class WinstonLogger implements Logger {
  readonly #options: WinstonLoggerOptions;
  readonly #fields: LogFields;
  readonly #sink: { logger?: winston.Logger };

  constructor(options: WinstonLoggerOptions, fields: LogFields = {}, sink: { logger?: winston.Logger } = {}) {
    this.#options = options;
    this.#fields = fields;
    this.#sink = sink;
  }

  debug(message: string, fields?: LogFields): void {
    this.#log('debug', message, fields);
  }

  info(message: string, fields?: LogFields): void {
    this.#log('info', message, fields);
  }

  warn(message: string, fields?: LogFields): void {
    this.#log('warn', message, fields);
  }

  error(message: string, fields?: LogFields): void {
    this.#log('error', message, fields);
  }

  child(fields: LogFields): Logger {
    return new WinstonLogger(this.#options, { ...this.#fields, ...fields }, this.#sink);
  }

  #log(level: LogLevel, message: string, fields: LogFields = {}): void {
    const { level: threshold, service, clock, span, onLine } = this.#options;
    if (SEVERITY[level] > SEVERITY[threshold]) return;
    const place = span();
    const head = { timestamp: toIso(clock.now()), level, service, message };
    const trace = place === undefined ? {} : { trace_id: place.traceId, span_id: place.spanId };
    const line = redact({ ...this.#fields, ...fields, ...head, ...trace }) as winston.LogEntry;
    this.#winston().log({ ...orderedLike({ ...head, ...trace }, line), level, message: line.message });
    onLine(level);
  }

  #winston(): winston.Logger {
    this.#sink.logger ??= createWinston(this.#options);
    return this.#sink.logger;
  }
}

/** The facts of every line first, in their order, then the caller's. */
function orderedLike(first: LogFields, line: LogFields): LogFields {
  return { ...Object.fromEntries(Object.keys(first).map((key) => [key, line[key]])), ...line };
}

/** The part of winston that is used; its own types of transports are interfaces that are no classes. */
interface WinstonLibrary {
  readonly format: typeof winston.format;
  readonly transports: { readonly Stream: new (options: { stream: NodeJS.WritableStream }) => object };
  createLogger(options: Readonly<Record<string, unknown>>): winston.Logger;
}

function createWinston({ stream }: WinstonLoggerOptions): winston.Logger {
  const library = createRequire(import.meta.url)('winston') as WinstonLibrary;
  return library.createLogger({
    levels: SEVERITY,
    level: 'debug',
    format: library.format.printf((info) => JSON.stringify(info)),
    transports: [new library.transports.Stream({ stream })],
  });
}
