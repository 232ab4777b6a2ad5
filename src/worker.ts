/** The Worker's entry: settings → store → app, built at the first request and kept while the isolate lives. */
import corpus from '#corpus';
import { openBundledSource } from '../data/bundled/source.ts';
import { openStore } from '../data/index/store.ts';
import { type App, createApp } from './app.ts';
import { readSettings } from './settings.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= createApp(openStore(openBundledSource(new Uint8Array(corpus))), readSettings(environment));
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;
