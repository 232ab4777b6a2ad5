// Builds the Workers once for all test files, and runs the two that serve a corpus.
import type { TestProject } from 'vitest/node';
import { buildAll } from './build.ts';
import type { CORPORA } from './harness.ts';
import { openWorker } from './worker.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly origins: Readonly<Record<(typeof CORPORA)[number], string>>;
  }
}

/** Called by vitest before the first test; what it returns is called after the last. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  process.loadEnvFile('start.env');
  await buildAll();
  const seed = openWorker('seed');
  const gazette = openWorker('gazette');
  provide('origins', {
    seed: (await seed.listen()).url.origin,
    gazette: (await gazette.listen()).url.origin,
  });
  return async () => {
    await seed.close();
    await gazette.close();
  };
}
