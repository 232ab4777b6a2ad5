/** The entry of the Worker over D1: the same app, with a store for each request and no bundle built in. */
import { type App, createApp } from './app.ts';
import { openDatabase } from './corpus.ts';
import { DEFAULTS_OVER_D1, readDatabase, readParts } from './settings.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= createApp({
      ...readParts(environment, DEFAULTS_OVER_D1),
      openStore: openDatabase(readDatabase(environment)),
    });
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;
