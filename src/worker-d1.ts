/** The entry of the Worker over D1: the same app, with a store for each request and no bundle built in. */
import { type App, createApp } from './app.ts';
import { openDatabase } from './corpus.ts';
import { readDatabase, readParts } from './environment.ts';
import { openApp } from './open-app.ts';
import { DEFAULTS_OVER_D1 } from './settings.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= openApp(environment, () => openOverD1(environment));
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;

function openOverD1(environment: Env): App {
  const parts = readParts(environment, DEFAULTS_OVER_D1);
  return createApp({ ...parts, openStore: openDatabase(readDatabase(environment)) });
}
