// Runs a built Worker in the local Workers runtime, with the settings and bindings of wrangler.toml.
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { Miniflare } from 'miniflare';
import { expect, vi } from 'vitest';
import type { Binding } from '../data/d1/database.ts';
import { applyMigrations } from '../data/d1/migrate.ts';
import { indexCorpus } from '../data/engine/build.ts';
import type { Corpus } from '../data/model.ts';
import { readMigrations } from '../data/publish/open.ts';
import { publish } from '../data/publish/publish.ts';
import { BUILDS, type BuildName, modulesOf } from './build.ts';
import { bindingsOf, compatibilityOf, OWN_SOCKET, QUIET, readProject, type Vars } from './workerd.ts';

/** A line that a Worker logged. */
interface LogLine {
  readonly level: string;
  readonly message: string;
}

/** A line of JSON. */
type LogEvent = Readonly<Record<string, unknown>>;

/**
 * A Worker that is not listening yet. The caller must close it. `vars` overrides the settings of the tests. A whole Worker
 * also has the static assets, behind which a request takes four times as long.
 */
export function openWorker(name: BuildName, vars: Vars = {}, { isWhole = false } = {}) {
  const logs: LogLine[] = [];
  let opened: Promise<Miniflare> | null = null;
  const listen = async () => {
    opened ??= start(name, vars, isWhole, logs);
    const miniflare = await opened;
    return { url: isWhole ? await miniflare.ready : await miniflare.unsafeGetDirectURL() };
  };
  const ask = async (path: string, init?: RequestInit) => fetch(new URL(path, (await listen()).url), init);
  /**
   * A line comes after its answer. The line of one more request shows that all before it have come: a 404 is logged whatever
   * the settings, with the name that the request gives itself.
   */
  const settle = async () => {
    const requestId = randomUUID();
    await ask('/nothing', { headers: { 'X-Request-Id': requestId } });
    const isLast = ({ message }: LogLine) => message.includes(requestId);
    await vi.waitFor(() => expect(logs.some(isLast)).toBe(true), { timeout: 10_000, interval: 1 });
    logs.splice(logs.findIndex(isLast), 1);
  };
  return {
    listen,
    /** Asks by a path. */
    fetch: ask,
    /** What was logged so far, as it stands. */
    getLogs: () => logs,
    /** Every event that was logged, once all have come. */
    events: async (): Promise<readonly LogEvent[]> => {
      await settle();
      return logs.filter(({ message }) => message.startsWith('{')).map(({ message }) => JSON.parse(message));
    },
    clearLogs: async () => {
      await settle();
      logs.splice(0);
    },
    getDatabase: async (): Promise<Binding> => {
      await listen();
      return (await opened!).getD1Database(DATABASE, NAME) as unknown as Binding;
    },
    close: async () => (await opened)?.dispose(),
  };
}

const NAME = 'dateline';
const DATABASE = 'DATABASE';

async function start(name: BuildName, vars: Vars, isWhole: boolean, logs: LogLine[]): Promise<Miniflare> {
  const { options } = BUILDS[name];
  const project = readProject(options.includes('--env d1') ? 'd1' : undefined);
  const { assets, version_metadata } = project;
  const databases: readonly { readonly binding: string }[] = project.d1_databases;
  const limiters: readonly RateLimiter[] = project.ratelimits ?? [];
  const miniflare = new Miniflare({
    ...QUIET,
    handleStructuredLogs: (line) => logs.push(line),
    workers: [
      {
        config: {
          name: NAME,
          ...compatibilityOf(project),
          env: {
            // All tests count as one client.
            ...bindingsOf({ ...(project.vars as Vars), RATE_LIMIT: 'local', ...vars }),
            ...Object.fromEntries(databases.map(({ binding }) => [binding, { type: 'd1' as const, id: binding }])),
            ...Object.fromEntries(limiters.map((one) => [one.name, limiterOf(one)])),
            ...(version_metadata !== undefined && {
              [version_metadata.binding]: { type: 'version-metadata' as const },
            }),
          },
          ...(isWhole && {
            assets: {
              directory: resolve(assets?.directory ?? ''),
              htmlHandling: assets?.html_handling,
              notFoundHandling: assets?.not_found_handling,
              hasUserWorker: true,
            },
          }),
          manifest: modulesOf(name),
        },
        dev: OWN_SOCKET,
      },
    ],
  });
  await miniflare.ready;
  return miniflare;
}

/** A rate limiter in wrangler.toml. */
interface RateLimiter {
  readonly name: string;
  readonly namespace_id: string;
  readonly simple: { readonly limit: number; readonly period: 10 | 60 };
}

function limiterOf({ namespace_id: namespace, simple: { limit, period } }: RateLimiter) {
  return { type: 'rate-limit' as const, namespace, simple: { limit, period } };
}

/** A listening Worker over D1, with a corpus published into its database. */
export async function openD1Worker(
  corpus: Corpus,
  name: BuildName = 'd1',
  vars: Vars = {},
  options: { readonly isWhole?: boolean } = {},
) {
  const worker = openWorker(name, vars, options);
  const { url } = await worker.listen();
  const database = await worker.getDatabase();
  await applyMigrations(database, readMigrations());
  await publish(database, indexCorpus(corpus), { force: false });
  return { worker, origin: url.origin, database };
}
