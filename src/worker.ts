/** The entry of the Worker: bundle → app, built at the first request and kept as long as the isolate lives. */
import { bundle } from '#corpus';
import { openBundledSource } from '../data/bundled/source.ts';
import { openStore } from '../data/engine/store.ts';
import { type App, createApp } from './app.ts';
import { readParts } from './environment.ts';
import { openApp } from './open-app.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= openApp(environment, () => openBundle(environment));
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;

function openBundle(environment: Env): App {
  const store = openStore(openBundledSource(new Uint8Array(bundle)));
  return createApp({ ...readParts(environment), openStore: () => store });
}
