/** The Worker's entry: settings → store → app, built at the first request and kept while the isolate lives. */
import { corpusJson } from '#corpus';
import { openBundledStore } from '../data/bundled/store.ts';
import { type App, createApp } from './app.ts';
import { readSettings } from './settings.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= createApp(openBundledStore(corpusJson), readSettings(environment));
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;
