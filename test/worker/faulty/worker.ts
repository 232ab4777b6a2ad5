/** The real app over a store that fails, with what must not get out in its message. */
import { type App, createApp } from '../../../src/app.ts';
import { failingStore } from '../failing-store.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= createApp(openStore, { graphiql: true, pageMaxAgeSeconds: 300 });
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;

function openStore() {
  return failingStore(() => {
    throw new Error('secret-table is locked', { cause: new Error('secret-host is away') });
  });
}
