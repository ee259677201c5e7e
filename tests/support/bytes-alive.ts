import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is alive, in bytes: heap and buffers after a collection. */
export function bytesAlive(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The most that was alive beyond what is alive now while something worked, in bytes; looked at as often as it lets others work. */
export async function mostAlive(work: () => Promise<unknown>): Promise<number> {
  const before = bytesAlive();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, bytesAlive() - before)), 20);
  await work().finally(() => {
    clearInterval(watch);
  });
  return most;
}
