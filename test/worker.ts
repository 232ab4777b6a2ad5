// Runs a built Worker in the local Workers runtime, with the bindings and settings of wrangler.toml.
import { createTestHarness } from 'wrangler';
import type { Binding } from '../data/d1/database.ts';
import { indexCorpus } from '../data/engine/build.ts';
import type { Corpus } from '../data/model.ts';
import { publish } from '../data/publish/publish.ts';
import { BUILDS, type BuildName } from './build.ts';

/** A Worker that is not listening yet. The caller must close it. `vars` overrides the settings of the tests. */
export function openWorker(name: BuildName, vars: Readonly<Record<string, string>> = {}) {
  return createTestHarness({
    workers: [
      {
        configPath: 'wrangler.toml',
        prebuiltWorkerDir: BUILDS[name].folder,
        // All tests count as one client.
        vars: { RATE_LIMIT: 'local', ...vars },
        ...(BUILDS[name].options.includes('--env d1') && { env: 'd1' }),
      },
    ],
  });
}

/** A listening Worker over D1, with a corpus published into its database. */
export async function openD1Worker(
  corpus: Corpus,
  name: BuildName = 'd1',
  vars: Readonly<Record<string, string>> = {},
) {
  const worker = openWorker(name, vars);
  const { url } = await worker.listen();
  const handle = worker.getWorker<{ readonly DATABASE: Binding }>();
  await handle.applyD1Migrations('DATABASE' as never);
  const { DATABASE } = await handle.getEnv();
  await publish(DATABASE, indexCorpus(corpus), { force: false });
  return { worker, origin: url.origin, database: DATABASE };
}
