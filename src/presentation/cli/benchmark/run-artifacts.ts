import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
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
export async function assertArtifactsWritable(services: Services, files: ArtifactFiles): Promise<void> {
  const guard = await services.get('outputGuard');
  for (const kind of KINDS) {
    const path = files[kind];
    if (path !== undefined) await guard.assertWritable({ path, option: `--${kind}` });
  }
}

/** Writes the files that were asked for; gives the run's document, which names them. */
export async function writeArtifacts(services: Services, run: BenchmarkRun, files: ArtifactFiles): Promise<object> {
  const named = KINDS.flatMap((kind) => {
    const path = files[kind];
    return path === undefined ? [] : [[kind, path] as const];
  });
  const document = runDocument(run, Object.fromEntries(named));
  const publisher = await services.get('publisher');
  const texts = { output: () => prettyJson(document), junit: () => junit(run), summary: () => summaryMarkdown(run) };
  for (const [kind, path] of named) await publisher.publish(path, texts[kind]());
  return document;
}
