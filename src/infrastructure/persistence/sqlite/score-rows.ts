import type { JudgeScores } from '../../../domain/dataset/judge-scores.js';
import { scoresContent } from '../../../domain/dataset/sample-content.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { ScoresPlace } from '../documents/scores-place.js';
import { scoresPlace } from '../documents/scores-place.js';
import { parseDocument } from '../documents/parse-document.js';
import type { SqliteConnection } from './sqlite-connection.js';

type Members = Readonly<Record<string, unknown>>;
type Scores = ReadonlyMap<string, JudgeScores>;

/** Writes scores into documents that have none, in one transaction; says how many those were. */
export function scoreRows(connection: SqliteConnection, kind: SampleKind, scores: Scores): number {
  const read = connection.statement(`SELECT doc FROM ${kind} WHERE id = ?`);
  const write = connection.statement(`UPDATE ${kind} SET doc = ? WHERE id = ?`);
  return connection.transaction(() => {
    let written = 0;
    for (const [id, judged] of scores) {
      const doc = withScores(kind, read.get(id) as { readonly doc: string } | undefined, judged);
      if (doc !== undefined) written += write.run(doc, id).changes;
    }
    return written;
  });
}

function withScores(kind: SampleKind, row: { readonly doc: string } | undefined, judged: JudgeScores) {
  if (row === undefined) return undefined;
  const document = parseDocument(row.doc) as Members;
  const place = scoresPlace(kind, document);
  return place && JSON.stringify(scored(document, place, judged));
}

function scored(document: Members, { path }: ScoresPlace, judged: JudgeScores): Members {
  const [name = '', ...rest] = path;
  const inner = (document[name] ?? {}) as Members;
  const next = rest.length > 0 ? scored(inner, { path: rest, there: true }, judged) : withJudge(inner, judged);
  return { ...document, [name]: next };
}

function withJudge(members: Members, judged: JudgeScores): Members {
  return { ...members, llm_judge: scoresContent(judged) };
}
