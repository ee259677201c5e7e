import { resolve } from 'node:path';
import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { prettyJson } from '../../../domain/shared/pretty-json.js';
import { junit } from '../../report/junit.js';
import type { RunArtifacts } from '../../report/run-document.js';
import { runDocument } from '../../report/run-document.js';
import { summaryMarkdown } from '../../report/summary-markdown.js';
import type { CommandContext } from '../command-context.js';

type Services = CommandContext['services'];

const KINDS = ['output', 'junit', 'summary', 'html'] as const;

type ArtifactKind = (typeof KINDS)[number];

/** The files that a run can be written to, by option. */
export type ArtifactFiles = Readonly<Partial<Record<ArtifactKind, string>>>;

/** What the files are made from. */
export interface ArtifactSource {
  readonly run: BenchmarkRun;
  /** Whether WARN counts as a failure in a JUnit report, as it does for the exit code. */
  readonly failOnWarn: boolean;
  /** The HTML page; left out where none can be asked for. */
  readonly page?: () => string;
  /** What else was written of the run. */
  readonly others?: RunArtifacts;
}

/**
 * Refuses files that must not be replaced or cannot be written, before anything is judged.
 *
 * @throws USAGE, FILE_WRITE_FAILED
 */
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

function namedFiles(files: ArtifactFiles): readonly (readonly [ArtifactKind, string])[] {
  return KINDS.flatMap((kind) => {
    const path = files[kind];
    return path === undefined ? [] : [[kind, path] as const];
  });
}

/**
 * Writes the files that were asked for.
 *
 * @returns the run's document, which names them.
 * @throws FILE_WRITE_FAILED, DISK_FULL with the run's id and the command that writes what is missing
 */
export async function writeArtifacts(services: Services, source: ArtifactSource, files: ArtifactFiles) {
  const named = namedFiles(files);
  const artifacts: RunArtifacts = { ...Object.fromEntries(named), ...source.others };
  const document = runDocument(source.run, artifacts);
  const texts = textsOf(source, document);
  const publisher = await services.get('publisher');
  for (const [index, [kind, path]] of named.entries())
    await publisher.publish(path, texts[kind]()).catch((error: unknown) => {
      throw unwritten(error, source, named.slice(index));
    });
  return { document, artifacts };
}

function textsOf(source: ArtifactSource, document: object): Readonly<Record<ArtifactKind, () => string>> {
  const { run, failOnWarn, page = () => '' } = source;
  return {
    ...{ output: () => prettyJson(document), junit: () => junit(run, { failOnWarn }) },
    ...{ summary: () => summaryMarkdown(run), html: page },
  };
}

/** The run is stored, whatever became of its files: nobody has to judge again. */
function unwritten(
  error: unknown,
  { run, failOnWarn }: ArtifactSource,
  missing: ReturnType<typeof namedFiles>,
): unknown {
  if (!(error instanceof EtalonError)) return error;
  const flags = missing.map(([kind]) => ` --${kind} FILE`).join('');
  const rule = failOnWarn && missing.some(([kind]) => kind === 'junit') ? ' --fail-on-warn' : '';
  return new EtalonError(error.code, `${error.message}. The run is stored: ${run.id}`, {
    details: { ...error.details, run_id: run.id },
    hint: `${error.hint} Then: \`etalon benchmark report ${run.id}${flags}${rule}\`.`,
    cause: error,
  });
}
