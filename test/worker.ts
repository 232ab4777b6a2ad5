// Runs a built Worker in the local Workers runtime, with the bindings and settings of wrangler.toml.
import { createTestHarness } from 'wrangler';
import { BUILDS, type BuildName } from './build.ts';

/** A Worker that is not yet listening; whoever opens it closes it. */
export function openWorker(name: BuildName) {
  return createTestHarness({ workers: [{ configPath: 'wrangler.toml', prebuiltWorkerDir: BUILDS[name].folder }] });
}
