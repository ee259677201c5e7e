/** The id of a run's result: the JSON list of run and sample, so that both together are unique. */
export function resultId(runId: string, sampleId: string): string {
  return JSON.stringify([runId, sampleId]);
}

/** Run and sample of such an id. */
export function resultKey(id: string): readonly [runId: string, sampleId: string] {
  return JSON.parse(id) as [string, string];
}
