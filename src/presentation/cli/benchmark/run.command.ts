import type { CommandDefinition } from '../command-definition.js';

export const benchmarkRunCommand: CommandDefinition = {
  path: ['benchmark', 'run'],
  summary: 'Judges a data set and gives a verdict (exit 2 FAIL, 4 INSUFFICIENT, 3 WARN with --fail-on-warn).',
  options: [
    {
      flags: '--scenario <NAME>',
      description: 'channel_digest_ru, review_summary_ru, or the path of a YAML file (needed unless --resume)',
    },
    { flags: '--dataset <FILE>', description: 'JSON lines of an export (default: the newest export of the kind)' },
    { flags: '--judge <KIND>', description: "stored, lexical or llm (default: the scenario's own)" },
    {
      flags: '--dry-run',
      description:
        'call no judge: sum up stored scores, and say how many calls and tokens a live run would take ' +
        "(the scenario's own judge; where that is free, an llm judge when LLM_URL and LLM_MODEL are set)",
    },
    { flags: '--stored-judge <NAME>', description: 'whose stored scores count: a model, or model@prompt_version' },
    {
      flags: '--max-concurrency <N>',
      description: 'samples judged at the same time (default: 8 where a call costs something, else 1)',
    },
    { flags: '--repeats <K>', description: 'judge each sample K times: means, and what judging again changes' },
    { flags: '--limit <N>', description: 'judge a seeded random sample of N' },
    {
      flags: '--budget-calls <N>',
      description: 'make at most N calls, the test of the judge included; the rest is unscored',
    },
    { flags: '--budget-tokens <N>', description: 'use about N tokens, in and out; the rest is unscored' },
    { flags: '--include-synthetic', description: 'let synthetic samples count like all others' },
    {
      flags: '--timezone <ZONE>',
      description: "whose days are the clusters (default: the data set's, else Europe/Moscow)",
    },
    { flags: '--baseline <RUN>', description: 'compare with this run, or with the one that is `pinned`' },
    { flags: '--margin <M>', description: 'the largest difference that counts as none (default: 0.02)' },
    { flags: '--early-stop', description: 'stop as soon as the comparison is decided' },
    { flags: '--output <FILE>', description: 'write the run as JSON' },
    { flags: '--junit <FILE>', description: 'write the run as a JUnit report' },
    { flags: '--summary <FILE>', description: 'write the run as Markdown' },
    { flags: '--resume <RUN>', description: 'go on with a run that was interrupted, killed, or failed' },
    { flags: '--fail-on-warn', description: 'exit 3 when the verdict is WARN, and let it be a failure in --junit' },
  ],
  examples: [
    'etalon benchmark run --scenario channel_digest_ru --judge lexical',
    'etalon benchmark run --scenario channel_digest_ru --dry-run',
    'etalon benchmark run --resume RUN',
  ],
  load: async () => (await import('./run.handler.js')).runHandler,
};
