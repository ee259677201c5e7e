// The pages that are generated from the code, with their text.
import { ERROR_CATALOGUE } from '../dist/domain/errors/error-catalogue.js';
import { METRIC_CATALOGUE } from '../dist/domain/observability/metric-catalogue.js';
import { SERIES_BUDGET, seriesCost } from '../dist/domain/observability/series-budget.js';

/** @returns {{ path: string, text: string }[]} paths relative to the root of the project. */
export function referencePages() {
  return [
    { path: 'docs/reference/en/ERRORS.md', text: errorsPage() },
    { path: 'docs/operational/observability_labels.md', text: labelsPage() },
  ];
}

function errorsPage() {
  const rows = Object.entries(ERROR_CATALOGUE).sort(([a], [b]) => (a < b ? -1 : 1));
  return `# Errors
Every expected failure has a stable code. On the command line it is written to standard error as \`error CODE: message\` with facts and a hint, with \`--json\` as one line, the last on standard error: \`{"error": {"code", "message", "details", "hint", "exit_code"}}\`.

Exit codes: 0 done, passed · 1 an error · 2 the work ran and the answer is no · 3 WARN with \`--fail-on-warn\` · 4 INSUFFICIENT · 64 usage · 130 interrupted.

This page is written from the error catalogue by \`node scripts/write-reference.mjs\`; a test keeps them equal.

| code | when | what to do | exit code | HTTP | MCP |
| --- | --- | --- | ---: | ---: | ---: |
${rows.map(errorRow).join('\n')}
`;
}

function errorRow([code, { meaning, hint, exitCode, httpStatus, mcpCode }]) {
  return `| \`${code}\` | ${cell(meaning)} | ${cell(hint)} | ${exitCode} | ${httpStatus} | ${mcpCode} |`;
}

function labelsPage() {
  const rows = Object.entries(METRIC_CATALOGUE);
  return `# Metrics and their labels
All metrics of the product, their labels and the values that these may take. Anything outside this table is a defect in the code: it throws in tests, and in production the value becomes \`other\` and an unknown metric is left out. Identifiers (of runs, documents, requests) are never labels.

A label with "at most N values" takes the first N that come; later ones become \`other\`. All metrics together give at most ${SERIES_BUDGET} series, counted as they come into being (a histogram counts its buckets, \`+Inf\`, sum and count); past that, new combinations of labels become \`other\`.

This page is written from the metric catalogue by \`node scripts/write-reference.mjs\`; a test keeps them equal.

| metric | type | what it says | labels | series a combination |
| --- | --- | --- | --- | ---: |
${rows.map(metricRow).join('\n')}
`;
}

function metricRow([name, definition]) {
  const labels = Object.entries(definition.labels).map(([label, rule]) => `\`${label}\`: ${ruleText(rule)}`);
  const cells = [`\`${name}\``, definition.type, cell(definition.help), labels.join('<br>') || 'none'];
  return `| ${cells.join(' | ')} | ${seriesCost(definition)} |`;
}

function ruleText(rule) {
  return 'oneOf' in rule ? rule.oneOf.map((value) => `\`${value}\``).join(', ') : `at most ${rule.atMost} values`;
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}
