/** Later: promises that wait for no clock, only for a number of turns of the queue. */

/** What `make` gives or throws, after that many turns. */
export async function later<T>(turns: number, make: () => T): Promise<T> {
  for (let turn = 0; turn < turns; turn++) await null;
  return make();
}

/** As the promise, but no promise: all it has is `then`. */
export function thenable<T>(promise: Promise<T>): PromiseLike<T> {
  // biome-ignore lint/suspicious/noThenProperty: to be a thenable is its purpose
  return { then: (onValue, onReason) => promise.then(onValue, onReason) };
}

/** When all that waits for no clock is done, and unhandled rejections have been reported. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
