// Holds the coverage gates against the summary of a report: a share of all lines, and of the domain's branches.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const GATES = [
  { name: 'lines', of: 'lines', among: 'src/', least: 80 },
  { name: 'domain branches', of: 'branches', among: 'src/domain/', least: 95 },
];

// Besides the files it holds their total, which is of no folder.
const summaries = JSON.parse(readFileSync('build/coverage/coverage-summary.json', 'utf8'));

function percentage({ of, among }) {
  const counts = Object.entries(summaries)
    .filter(([file]) => file.includes(`/${among}`))
    .map(([, summary]) => summary[of]);
  const sum = (part) => counts.reduce((all, count) => all + count[part], 0);
  return sum('total') === 0 ? 0 : (100 * sum('covered')) / sum('total');
}

for (const gate of GATES) {
  const reached = percentage(gate);
  const met = reached >= gate.least;
  console.log(
    `coverage of ${gate.name}: ${reached.toFixed(1)} % (at least ${gate.least} %)${met ? '' : ': too little'}`,
  );
  if (!met) process.exitCode = 1;
}
