/** Later: promises that wait for a number of turns of the microtask queue, not for time. */

/** The result or error of `make`, after that many turns. */
export async function later<T>(turns: number, make: () => T): Promise<T> {
  for (let turn = 0; turn < turns; turn++) await null;
  return make();
}

/** Like the promise, but only an object with `then`. */
export function thenable<T>(promise: Promise<T>): PromiseLike<T> {
  // biome-ignore lint/suspicious/noThenProperty: to be a thenable is its purpose
  return { then: (onValue, onReason) => promise.then(onValue, onReason) };
}

/** Resolves when all microtasks are done and unhandled rejections have been reported. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
