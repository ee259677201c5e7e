/** Does synchronous work behind an asynchronous port: at once, with what it throws as a rejection. */
export function answer<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
