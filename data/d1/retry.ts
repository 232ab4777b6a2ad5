/** Retries work after failures that are not its own fault. */

/** The pauses of a reader, in milliseconds: somebody is waiting for it. */
export const BRIEF = [20, 80, 320] as const;

/** The pauses of a publisher, in milliseconds: what it has written costs time and some of the day's rows. */
export const PATIENT = [50, 100, 200, 400, 800, 1600, 3200] as const;

/**
 * Repeats failed work after each pause, unless `check` throws. Only for work that may be done twice.
 *
 * D1 itself retries reads that its network lost, but not writes. And the file of a local database is sometimes locked:
 * `wrangler dev` and a `publish --local` beside it open it from two processes that do not wait for each other, and in a
 * session even a read writes to it.
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
