// Builds the Workers once for all test files, and starts those that serve a corpus, from the bundle and from D1.
import type { TestProject } from 'vitest/node';
import { buildFor } from './build.ts';
import { compileFolder } from './corpus.ts';
import type { CorpusName, Store } from './harness.ts';
import { openD1Worker, openWorker } from './worker.ts';

type Origins = Readonly<Record<Store, Readonly<Record<CorpusName, string>>>>;

declare module 'vitest' {
  interface ProvidedContext {
    /** The Workers alone; and, for browsers, behind their static assets and a proxy that normalizes addresses, as Cloudflare's. */
    readonly origins: { readonly bare: Origins; readonly whole: Origins | null };
    /** The seed in the second form. */
    readonly wholeOrigin: string;
    /** The store that a test project uses, and in which form. */
    readonly store: Store;
    readonly isWhole: boolean;
  }
}

/** Vitest calls this before the first test, and the returned function after the last. */
export async function setup({ provide, vitest }: TestProject): Promise<() => Promise<void>> {
  process.loadEnvFile('start.env');
  const projects = new Set(vitest.projects.map(({ name }) => name));
  await buildFor(projects);
  const workers: { readonly close: () => Promise<unknown> }[] = [];
  const bundled = async (corpus: CorpusName, isWhole: boolean) => {
    const worker = openWorker(corpus, {}, { isWhole });
    workers.push(worker);
    return (await worker.listen()).url.origin;
  };
  const stored = async (folder: string, isWhole: boolean) => {
    const { worker, origin } = await openD1Worker(compileFolder(folder), 'd1', {}, { isWhole });
    workers.push(worker);
    return origin;
  };
  const openAll = async (isWhole: boolean): Promise<Origins> => ({
    bundle: { seed: await bundled('seed', isWhole), gazette: await bundled('gazette', isWhole) },
    d1: { seed: await stored('data/corpus', isWhole), gazette: await stored('test/corpora/gazette', isWhole) },
  });
  const whole = projects.has('browser') ? await openAll(true) : null;
  provide('origins', { bare: await openAll(false), whole });
  provide('wholeOrigin', whole?.bundle.seed ?? (await bundled('seed', true)));
  return async () => {
    for (const worker of workers) await worker.close();
  };
}
