/** For measuring the cost of Yoga's HTTP part: Dateline with a plugin that does nothing, so that every hook has to run. */
import { bundle } from '#corpus';
import { openBundledSource } from '../../data/bundled/source.ts';
import { openStore } from '../../data/engine/store.ts';
import { type App, createApp } from '../../src/app.ts';
import { readParts } from '../../src/environment.ts';
import { withLimiter } from '../peers/server/limiter.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= openApp(environment);
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;

function openApp(environment: Env): App {
  const store = openStore(openBundledSource(new Uint8Array(bundle)));
  return createApp({ ...readParts(withLimiter(environment)), openStore: () => store, plugins: [{}] });
}
