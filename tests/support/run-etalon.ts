import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export const MAIN = resolve('dist/presentation/cli/main.js');

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output read as JSON. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a cast at the edge of the tests
  json<T = Record<string, unknown>>(): T;
  /** The error of the last line of standard error, as `--json` prints it. */
  error(): { code: string; message: string; details: Record<string, unknown>; hint: string; exit_code: number };
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built command in a process of its own; no variable of this process that configures it gets through. */
export function startEtalon(args: readonly string[], { cwd = process.cwd(), env = {} }: CliOptions = {}): ChildProcess {
  const { PATH, HOME, NODE_V8_COVERAGE } = process.env;
  const clean = { PATH, HOME, ...(NODE_V8_COVERAGE === undefined ? {} : { NODE_V8_COVERAGE }), ...env };
  return spawn(process.execPath, [MAIN, ...args], { cwd, env: clean, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the built command to its end. */
export async function runEtalon(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const child = startEtalon(args, options);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return {
    exitCode,
    stdout,
    stderr,
    json: () => JSON.parse(stdout) as never,
    error: () => (JSON.parse(stderr.trim().split('\n').at(-1)!) as { error: ReturnType<CliResult['error']> }).error,
  };
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
