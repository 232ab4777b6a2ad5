/** The real app over a store that fails, with what must not get out in its message. */
import { ENTITY_TYPES, type EntityType } from '../../../data/model.ts';
import { type App, createApp } from '../../../src/app.ts';
import { readParts } from '../../../src/settings.ts';
import { failingStore } from '../failing-store.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= createApp({ ...readParts(environment), openStore });
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;

/** It still knows which corpus it is: as a database does whose tables are gone. */
function openStore() {
  const summary = {
    version: 'sha256:0',
    counts: Object.fromEntries(ENTITY_TYPES.map((type) => [type, 0])) as Record<EntityType, number>,
    evidenceCount: 0,
    coverage: 0,
  };
  const store = failingStore(() => {
    throw new Error('secret-table is locked', { cause: new Error('secret-host is away') });
  });
  return { ...store, summary: () => summary };
}
