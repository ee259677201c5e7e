// Seeds a data set, has a judge of one's own score it, and runs a benchmark with it:
// `node run.js EXPORT LAST_DAY SCENARIO`.
import { createContainer, loadSettings, parseCalendarDay, TimeWindow, TimeZone } from 'etalon';
import { LengthJudge } from './length-judge.js';

const [path = '', lastDay = '', scenario = ''] = process.argv.slice(2);
const settings = await loadSettings({ env: process.env, cwd: process.cwd() });
const etalon = createContainer(settings, { ownJudges: [new LengthJudge()] });

try {
  const end = parseCalendarDay(lastDay);
  if (end === undefined) throw new Error('Which day is the last one? YYYY-MM-DD');
  const seed = await etalon.get('seedBenchmarkData');
  await seed.execute({
    ...{ name: 'default', path, channelNames: new Map(), channels: [], floor: 30, seed: 1 },
    ...{ window: TimeWindow.endingOn(end, 30, TimeZone.moscow()), digester: 'extractive', keepGoing: false },
  });
  const score = { name: 'default', judge: 'length', kind: 'digests', scenario, maxConcurrency: 8 } as const;
  const scored = await (await etalon.get('scoreDataset')).execute(score);
  await (await etalon.get('exportSamples')).execute({ kind: 'digests' });
  const benchmark = await etalon.get('runBenchmark');
  const live = await benchmark.execute({ scenario });
  const dry = await benchmark.execute({ scenario, dryRun: true });
  const means = (run: typeof live) => run.metrics.map(({ name, estimate }) => [name, estimate]);
  console.log(
    JSON.stringify({
      judge: live.judge.model,
      scored: scored.kinds.map((kind) => kind.scored),
      verdicts: [live.verdict, dry.verdict],
      live: means(live),
      dry: means(dry),
    }),
  );
} finally {
  await etalon.close();
}
