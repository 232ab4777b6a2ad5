/** The real app over a store that fails, with what must not get out in its message. */
import type { Store } from '../../../data/store.ts';
import { type App, createApp } from '../../../src/app.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= createApp(failingStore, { graphiql: true, pageMaxAgeSeconds: 300 });
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;

function failingStore(): Store {
  const fail = () => {
    throw new Error('secret-table is locked', { cause: new Error('secret-host is away') });
  };
  return {
    summary: fail,
    get: fail,
    find: fail,
    list: fail,
    count: fail,
    facet: fail,
    text: fail,
    dossier: fail,
    assertions: fail,
    search: fail,
    timeline: fail,
    dated: fail,
    paths: fail,
  };
}
