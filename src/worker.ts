/** The Worker's entry: settings → corpus → app, built at the first request and kept while the isolate lives. */
import { type App, createApp } from './app.ts';
import { openCorpus } from './corpus.ts';
import { readDatabase, readSettings } from './settings.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= createApp(openCorpus(readDatabase(environment)), readSettings(environment));
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;
