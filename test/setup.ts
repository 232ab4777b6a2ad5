// Builds the Workers once for all test files, and starts those that serve a corpus, from the bundle and from D1.
import type { TestProject } from 'vitest/node';
import { buildFor } from './build.ts';
import { compileFolder } from './corpus.ts';
import type { CORPORA } from './harness.ts';
import { openD1Worker, openWorker } from './worker.ts';

type Origins = Readonly<Record<(typeof CORPORA)[number], string>>;

declare module 'vitest' {
  interface ProvidedContext {
    readonly origins: { readonly bundle: Origins; readonly d1: Origins };
    /** The seed behind its static assets and a proxy that normalizes addresses, as Cloudflare's; browsers have no other. */
    readonly wholeOrigin: string;
    /** The store that a test project uses. */
    readonly store: 'bundle' | 'd1';
  }
}

/** Vitest calls this before the first test, and the returned function after the last. */
export async function setup({ provide, vitest }: TestProject): Promise<() => Promise<void>> {
  process.loadEnvFile('start.env');
  const projects = new Set(vitest.projects.map(({ name }) => name));
  await buildFor(projects);
  const options = { isWhole: projects.has('browser') };
  const seed = openWorker('seed', {}, options);
  const gazette = openWorker('gazette', {}, options);
  const whole = openWorker('seed', {}, { isWhole: true });
  const stored = {
    seed: await openD1Worker(compileFolder('data/corpus'), 'd1', {}, options),
    gazette: await openD1Worker(compileFolder('test/corpora/gazette'), 'd1', {}, options),
  };
  provide('origins', {
    bundle: { seed: (await seed.listen()).url.origin, gazette: (await gazette.listen()).url.origin },
    d1: { seed: stored.seed.origin, gazette: stored.gazette.origin },
  });
  provide('wholeOrigin', (await whole.listen()).url.origin);
  return async () => {
    for (const worker of [seed, gazette, whole, stored.seed.worker, stored.gazette.worker]) await worker.close();
  };
}
