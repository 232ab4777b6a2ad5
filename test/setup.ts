// Builds the Workers once for all test files, and starts those that serve a corpus, from the bundle and from D1.
import type { TestProject } from 'vitest/node';
import { buildAll } from './build.ts';
import { compileFolder } from './corpus.ts';
import type { CORPORA } from './harness.ts';
import { openD1Worker, openWorker } from './worker.ts';

type Origins = Readonly<Record<(typeof CORPORA)[number], string>>;

declare module 'vitest' {
  interface ProvidedContext {
    readonly origins: { readonly bundle: Origins; readonly d1: Origins };
    /** The store that a test project uses. */
    readonly store: 'bundle' | 'd1';
  }
}

/** Vitest calls this before the first test, and the returned function after the last. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  process.loadEnvFile('start.env');
  await buildAll();
  const bundled = { seed: openWorker('seed'), gazette: openWorker('gazette') };
  const stored = {
    seed: await openD1Worker(compileFolder('data/corpus')),
    gazette: await openD1Worker(compileFolder('test/corpora/gazette')),
  };
  provide('origins', {
    bundle: {
      seed: (await bundled.seed.listen()).url.origin,
      gazette: (await bundled.gazette.listen()).url.origin,
    },
    d1: { seed: stored.seed.origin, gazette: stored.gazette.origin },
  });
  return async () => {
    for (const worker of [bundled.seed, bundled.gazette, stored.seed.worker, stored.gazette.worker]) {
      await worker.close();
    }
  };
}
