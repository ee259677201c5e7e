/**
 * 10,000 bootstrap resamples (BCa) of a mean of 10,000 values, by how many clusters the values fall into, and how the time
 * grows with each of the three.
 *
 *   node build/bench/bootstrap.bench.js
 */
import { clusterBootstrap, clusterTotals } from '#etalon/domain/statistics/resampling/cluster-bootstrap.js';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';

const RUNS = 5;
const random = (purpose: string) => new PureRandFactory().seeded(1, purpose);

/** The fastest of some runs, in seconds of processor time: it does not count what else the machine does. */
function measure(n: number, clusters: number, resamples: number): number {
  const draw = random(`values ${n} ${clusters}`);
  const values = Array.from({ length: n }, (_, index) => ({ value: draw.next(), cluster: `${index % clusters}` }));
  const times = Array.from({ length: RUNS }, (_, run) => {
    const begun = process.cpuUsage();
    const { bca } = clusterBootstrap(clusterTotals(values), { random: random(`run ${run}`), resamples });
    if (bca === null) throw new Error('no interval');
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1e6;
  });
  return Math.min(...times);
}

measure(1000, 30, 1000); // warm up
const SCIPY = 1.52;
for (const [n, clusters, resamples] of [
  [10_000, 30, 10_000],
  [10_000, 100, 10_000],
  [10_000, 1000, 10_000],
  [10_000, 10_000, 10_000],
  [1_000_000, 100, 10_000],
  [10_000, 100, 100_000],
] as const) {
  const seconds = measure(n, clusters, resamples);
  const ratio = n === 10_000 && resamples === 10_000 ? `, ${(SCIPY / seconds).toFixed(1)} × scipy's ${SCIPY} s` : '';
  console.log(`n = ${n}, ${clusters} clusters, ${resamples} resamples: ${seconds.toFixed(3)} s${ratio}`);
}
