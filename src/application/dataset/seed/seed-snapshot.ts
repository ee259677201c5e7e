import type { DatasetReport } from '../../../domain/dataset/coverage/dataset-report.js';
import { reportDocument } from '../../../domain/dataset/coverage/report-document.js';
import type { JsonValue } from '../../../domain/shared/json-value.js';
import { prettyJson } from '../../../domain/shared/pretty-json.js';
import type { Digester } from '../../ports/digester.port.js';
import type { DataPaths, FilePublisher } from '../../ports/publisher.port.js';
import type { ChannelAudit } from './seed-audit.js';
import type { SeedCommand } from './seed-command.js';

interface SnapshotPorts {
  readonly publisher: FilePublisher;
  readonly paths: DataPaths;
  readonly digester: Digester;
}

/**
 * Writes `channel_counts.json` and `dataset_audit.json` into the snapshot folder of the window's last day. Nothing in
 * them changes from run to run.
 *
 * @returns the folder. @throws FILE_WRITE_FAILED, DISK_FULL
 */
export async function publishSnapshot(
  { publisher, paths, digester }: SnapshotPorts,
  command: SeedCommand,
  report: DatasetReport,
  audits: readonly ChannelAudit[],
): Promise<string> {
  const folder = paths.snapshotDir(command.window.last, command.name);
  await publisher.publish(`${folder}/dataset_audit.json`, prettyJson(auditDocument(command, digester, report, audits)));
  await publisher.publish(`${folder}/channel_counts.json`, prettyJson(reportDocument(report)));
  return folder;
}

// eslint-disable-next-line max-lines-per-function -- a builder: one line a field
function auditDocument(
  { name, seed, floor, window }: SeedCommand,
  digester: Digester,
  report: DatasetReport,
  audits: readonly ChannelAudit[],
): JsonValue {
  return {
    schema_version: 1,
    dataset: name,
    window: { first: window.first, last: window.last, timezone: window.zone.name },
    seed,
    floor,
    digester: { name: digester.name, version: digester.version, model: digester.model },
    dataset_hash: report.datasetHash,
    channels: [...audits].sort((a, b) => (a.channel < b.channel ? -1 : 1)).map((audit) => audit.document()),
  };
}
