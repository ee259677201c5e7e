import type { ChannelCoverage, DatasetReport } from '../../../domain/dataset/coverage/dataset-report.js';
import type { Output } from '../output/output.js';
import type { TableRow } from '../output/table.js';

/** Writes what a data set holds as a table of channels with a line of totals. */
export function writeReport(output: Output, report: DatasetReport): void {
  const { window, totals } = report;
  output.line(output.style.bold(`Data set ${report.dataset}`));
  output.line(`${window.first} … ${window.last} (${window.days} days, ${window.zone.name}) in ${report.store}`);
  output.line();
  output.table(report.channels.map((channel) => rowOf(channel)));
  output.line();
  output.line(
    `${totals.digests} digests, ${totals.reviewReports} review reports: ${totals.imported} imported, ` +
      `${totals.synthetic} synthetic, ${totals.unmarked} unmarked; floor ${report.floor} of each kind a channel`,
  );
  output.line(`dataset_hash ${report.datasetHash}`);
  writeRejected(output, report);
}

function rowOf(channel: ChannelCoverage): TableRow {
  return {
    channel: channel.channel,
    digests: channel.digests,
    reports: channel.reviewReports,
    imported: channel.imported,
    synthetic: channel.synthetic,
    unmarked: channel.unmarked,
    days: channel.daysCovered,
    missing: channel.missingDays.length,
    floor: channel.belowFloor ? 'BELOW' : 'ok',
  };
}

const MOST_SHOWN = 20;

function writeRejected(output: Output, { rejected }: DatasetReport): void {
  for (const { id, rules } of rejected.slice(0, MOST_SHOWN)) {
    output.line(
      output.style.red(`rejected ${id}: ${rules.map(({ rule, message }) => `${rule}: ${message}`).join('; ')}`),
    );
  }
  if (rejected.length > MOST_SHOWN)
    output.line(`… and ${rejected.length - MOST_SHOWN} more rejected records (see --json)`);
}
