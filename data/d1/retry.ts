/** Retry: what failed for no reason of its own, done again. */

/** Between the tries of a reader, in milliseconds: it has somebody who waits. */
export const BRIEF = [20, 80, 320] as const;

/** Between the tries of a publisher, in milliseconds: what it has written costs time and rows of the day. */
export const PATIENT = [50, 100, 200, 400, 800, 1600, 3200] as const;

/**
 * Does again what failed, after each pause, unless `check` throws. Only for what may be done twice.
 *
 * D1 itself tries reads again that its network lost, and no writes. And the file of a local database is locked at
 * times: `wrangler dev` and a `publish --local` beside it open it from two processes, neither of which waits for the
 * other, and in a session even a read writes there.
 */
export async function retry<T>(
  work: () => Promise<T>,
  pauses: readonly number[],
  check: (error: unknown) => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      await check(error);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return work();
}
