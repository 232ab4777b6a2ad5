/**
 * Property tests draw the same cases in every run of `npm test`, so that no change is held up by the draw of another
 * day. Long runs draw new ones. A failure prints its seed; `CHANCE_SEED` draws with it again.
 */
import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether property tests draw new cases in each run. */
    readonly isChanceNew: boolean;
  }
}

const given = process.env.CHANCE_SEED;
if (given !== undefined) fc.configureGlobal({ seed: Number(given) });
else if (!inject('isChanceNew')) fc.configureGlobal({ seed: 1 });
