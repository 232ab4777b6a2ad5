/** The real app over a store that fails, with what must not get out in its message, and with a limiter that may. */
import { ENTITY_TYPES, type EntityType } from '../../../data/model.ts';
import { type App, createApp } from '../../../src/app.ts';
import { type RateLimiter, readParts } from '../../../src/environment.ts';
import { failingStore } from '../failing-store.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= createApp({ ...readParts(environment), openStore, rateLimiter: LIMITER });
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;

/** Fails for two clients. */
const LIMITER: RateLimiter = {
  limit({ key }) {
    if (key === '192.0.2.1') return new Promise(() => {});
    return key === '192.0.2.2' ? Promise.reject(new Error('limiter is away')) : Promise.resolve({ success: true });
  },
};

/** It still knows which corpus it is: as a database does whose tables are gone. */
function openStore() {
  const summary = {
    version: 'sha256:0',
    counts: Object.fromEntries(ENTITY_TYPES.map((type) => [type, 0])) as Record<EntityType, number>,
    versionCounts: {} as never,
    evidenceCount: 0,
    coverage: 0,
  };
  const store = failingStore(() => {
    throw new Error('secret-table is locked', { cause: new Error('secret-host is away') });
  });
  return { ...store, summary: () => summary };
}
