import type { PilotFilePorts } from './pilot-files.js';
import { PilotFiles } from './pilot-files.js';

/** The ids of the runs that the decisions of pilots rest on. */
export async function runsOfPilots(ports: PilotFilePorts): Promise<ReadonlySet<string>> {
  const files = new PilotFiles(ports);
  const pilots = await Promise.all((await ports.paths.pilotStages()).map((stage) => files.find(stage)));
  const runs = pilots.flatMap((pilot) => [pilot?.baseline?.run_id, pilot?.live?.run_id]);
  return new Set(runs.filter((id) => id !== undefined));
}
