/**
 * The real Worker over D1, whose database a test cuts off and brings back: `/__database?state=down`. With `&isolate=new`
 * it forgets which corpus it reads, as a new isolate; of what it reads it keeps nothing for the next request.
 */
import { type App, createApp } from '../../../src/app.ts';
import { openDatabase } from '../../../src/corpus.ts';
import { readDatabase, readParts } from '../../../src/environment.ts';
import { DEFAULTS_OVER_D1 } from '../../../src/settings.ts';
import { type CutOff, DATABASE_STATES, openCutOff } from './cut-off.ts';

let app: App | null = null;
let cutOff: CutOff | null = null;

export default {
  fetch(request, environment, execution) {
    cutOff ??= openCutOff(readDatabase(environment));
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/__database') {
      if (searchParams.get('isolate') === 'new') app = null;
      const state = DATABASE_STATES.find((one) => one === searchParams.get('state'));
      cutOff.state = state ?? cutOff.state;
      return new Response(null, { status: state === undefined ? 400 : 204 });
    }
    // Nobody is counted: the whole load of the test comes from one client.
    app ??= createApp({
      ...readParts({ ...environment, RATE_LIMIT: 'off' }, DEFAULTS_OVER_D1),
      openStore: openDatabase(cutOff.database, 0),
    });
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;
