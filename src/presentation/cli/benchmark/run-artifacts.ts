import { resolve } from 'node:path';
import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { prettyJson } from '../../../domain/shared/pretty-json.js';
import { junit } from '../../report/junit.js';
import { runDocument } from '../../report/run-document.js';
import { summaryMarkdown } from '../../report/summary-markdown.js';
import type { CommandContext } from '../command-context.js';

type Services = CommandContext['services'];

/** The files that a run can be written to, by option. */
export interface ArtifactFiles {
  readonly output?: string;
  readonly junit?: string;
  readonly summary?: string;
}

const KINDS = ['output', 'junit', 'summary'] as const;

/** Refuses files that must not be replaced, before anything is judged. @throws USAGE and those of the guard. */
export async function assertArtifactsWritable(
  services: Services,
  files: ArtifactFiles & { readonly dataset?: string },
): Promise<void> {
  const guard = await services.get('outputGuard');
  const inputs = files.dataset === undefined ? [] : [files.dataset];
  const seen = new Map<string, string>();
  for (const [kind, path] of namedFiles(files)) {
    refuseTwice(seen, kind, resolve(path));
    await guard.assertWritable({ path, option: `--${kind}`, inputs });
  }
}

function refuseTwice(seen: Map<string, string>, kind: string, path: string): void {
  const other = seen.get(path);
  if (other !== undefined) throw new EtalonError('USAGE', `--${kind} and --${other} name the same file.`);
  seen.set(path, kind);
}

function namedFiles(files: ArtifactFiles): readonly (readonly [(typeof KINDS)[number], string])[] {
  return KINDS.flatMap((kind) => {
    const path = files[kind];
    return path === undefined ? [] : [[kind, path] as const];
  });
}

/** Writes the files that were asked for; gives the run's document, which names them. */
export async function writeArtifacts(services: Services, run: BenchmarkRun, files: ArtifactFiles): Promise<object> {
  const named = namedFiles(files);
  const document = runDocument(run, Object.fromEntries(named));
  const publisher = await services.get('publisher');
  const texts = { output: () => prettyJson(document), junit: () => junit(run), summary: () => summaryMarkdown(run) };
  for (const [kind, path] of named) await publisher.publish(path, texts[kind]());
  return document;
}
