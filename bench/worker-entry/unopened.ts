/** The whole code with the bytes of a corpus that it does not open: its store only has their length. */
import { bundle as bytes } from '#corpus';
import { ENTITY_TYPES, type EntityType } from '../../data/model.ts';
import type { Store } from '../../data/store.ts';
import { type App, createApp } from '../../src/app.ts';
import { readParts } from '../../src/environment.ts';
import { failingStore } from '../../test/worker/failing-store.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= createApp({ ...readParts(environment), openStore: closedStore });
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;

function closedStore(): Store {
  const fail = () => {
    throw new Error('This corpus is not opened.');
  };
  return {
    ...failingStore(fail),
    summary: () => ({
      version: `${bytes.byteLength} bytes`,
      counts: Object.fromEntries(ENTITY_TYPES.map((type) => [type, 0])) as Record<EntityType, number>,
      versionCounts: {} as never,
      evidenceCount: 0,
      coverage: 0,
    }),
  };
}
