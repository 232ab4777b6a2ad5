/** Opens the app of a Worker, or one that only says that the Worker is misconfigured. */
import { Hono } from 'hono';
import { publicError } from '../schema/errors.ts';
import { type App, CALLED_FROM_PAGES } from './app.ts';
import { MisconfiguredError, readDeployment, unknownSettings } from './environment.ts';
import { answerThrown } from './http/error-response.ts';
import { openExchange } from './http/exchange.ts';
import { answerPreflight, standingHeaders, versionOf } from './http/headers.ts';
import { logRequests } from './http/log.ts';

/**
 * The app that `create` makes. If it throws a `MisconfiguredError`, what is wrong is logged, once an isolate, and the
 * app answers everything with 503 and `MISCONFIGURED`, its health too: it runs, but a monitor must not take it for well.
 */
export function openApp(environment: object, create: () => App): App {
  for (const name of unknownSettings(environment)) {
    console.warn(JSON.stringify({ level: 'warn', event: 'unknown setting', name }));
  }
  try {
    return create();
  } catch (error) {
    if (!(error instanceof MisconfiguredError)) throw error;
    console.error(JSON.stringify({ level: 'error', event: 'misconfigured', problems: error.problems, fix: FIX }));
    return createMisconfiguredApp(versionOf(readDeployment(environment)));
  }
}

const FIX = 'Correct it in wrangler.toml or in the dashboard and deploy, or roll back: npx wrangler rollback';

const MESSAGE = 'The settings of this endpoint make no sense. Its log says which, and why.';

/** Nothing that it sends depends on the environment, which may hold what is nobody's business. */
function createMisconfiguredApp(version: string): App {
  const app: App = new Hono();
  app.use(openExchange(standingHeaders(version), NO_LINKS), logRequests(1));
  // A browser does not show the error to a page of another origin without it.
  app.on('OPTIONS', CALLED_FROM_PAGES, answerPreflight);
  // Returned and not thrown: Hono would pass by the log.
  app.notFound((exchange) => answerThrown(publicError('MISCONFIGURED', MESSAGE), exchange));
  app.onError(answerThrown);
  return app;
}

const NO_LINKS = { hasGraphiql: false, hasSchema: false, origin: null };
