import { SafeHtml } from './html.js';

/** The style sheet of reports: light and dark by the reader's setting, one column on a phone, plain on paper. */
export const PAGE_STYLE = new SafeHtml(`
:root {
  color-scheme: light dark;
  --page: #fbfbf9; --card: #ffffff; --ink: #1d2125; --soft: #5b6570; --line: #dcdfe3;
  --pass: #1b7f4d; --warn: #9a6200; --fail: #b3261e; --none: #66707b; --accent: #2f5fb3;
  --heat-pass: 27, 127, 77; --heat-warn: 200, 130, 0; --heat-fail: 190, 40, 30;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --card: #1c2024; --ink: #e6e9ec; --soft: #a3adb8; --line: #343a41;
    --pass: #5cc58f; --warn: #e3ab4a; --fail: #f2837a; --none: #9aa5b1; --accent: #8fb3f2;
    --heat-pass: 80, 190, 130; --heat-warn: 225, 165, 60; --heat-fail: 235, 105, 95;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.35rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .25rem 0 .5rem; }
.soft { color: var(--soft); font-size: .9rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; margin: 0 0 1rem; }
.verdict { border-left: .5rem solid currentColor; }
.verdict > * { color: var(--ink); }
.verdict .word { color: inherit; font-size: 1.9rem; font-weight: 700; line-height: 1.2; letter-spacing: .02em; }
.verdict.pass, .pass { color: var(--pass); } .verdict.warn, .warn { color: var(--warn); }
.verdict.fail, .fail { color: var(--fail); } .verdict.none, .none { color: var(--none); }
.remark { border-left: .3rem solid var(--warn); padding-left: .75rem; }
.metric { display: grid; grid-template-columns: 13rem 1fr; gap: .25rem 1rem; padding: .75rem 0; border-top: 1px solid var(--line); }
.metric:first-child { border-top: 0; padding-top: 0; }
.metric .name { font-weight: 600; }
.metric .figure { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.metric .badge { font-weight: 700; }
.bar { width: 100%; height: auto; max-width: 27rem; display: block; }
svg text { fill: var(--soft); font-size: 11px; font-family: inherit; }
svg .axis { stroke: var(--line); stroke-width: 1; }
svg .range { stroke: currentColor; stroke-width: 6; opacity: .45; }
svg .open { stroke: currentColor; stroke-width: 2; stroke-dasharray: 3 3; opacity: .6; }
svg .point { fill: currentColor; stroke: var(--card); stroke-width: 2; }
svg .tick { stroke: var(--soft); stroke-width: 1.5; }
svg .tick.at-warn { stroke-dasharray: 3 2; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; }
figure { margin: 0; } figcaption { font-weight: 600; }
.histogram { width: 100%; height: auto; max-width: 27rem; display: block; }
.histogram rect { fill: var(--accent); opacity: .8; }
.scroll { overflow-x: auto; }
.heat { display: block; }
.heat .cell-pass { fill: rgba(var(--heat-pass), .85); } .heat .cell-warn { fill: rgba(var(--heat-warn), .85); }
.heat .cell-fail { fill: rgba(var(--heat-fail), .9); } .heat .cell-none { fill: none; stroke: var(--line); }
.heat .synthetic { opacity: .35; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; }
.legend svg { vertical-align: -2px; margin-right: .3rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { text-align: left; padding: .3rem .75rem .3rem 0; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; color: var(--soft); font-weight: 600; }
td.number, th.number { text-align: right; white-space: nowrap; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .2rem 1rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
details { border-top: 1px solid var(--line); padding: .5rem 0; }
details:first-of-type { border-top: 0; }
summary { cursor: pointer; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--page); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem; font-size: .85rem; margin: .25rem 0; }
code { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: .9em; }
@media (max-width: 40rem) {
  .metric { grid-template-columns: 1fr; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; }
  .verdict .word { font-size: 1.6rem; }
}
@media print {
  :root { --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --pass: #14603a; --warn: #7a4d00; --fail: #8f1d17; --none: #444; --heat-pass: 27, 127, 77; --heat-warn: 200, 130, 0; --heat-fail: 190, 40, 30; }
  main { max-width: none; padding: 0; }
  .card { break-inside: avoid; border-radius: 0; }
  .samples { break-inside: auto; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`);
