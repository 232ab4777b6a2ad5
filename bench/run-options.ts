/** How a built Worker runs: its modules and settings, without anything else that costs CPU. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { Log, LogLevel, type MiniflareOptions } from 'miniflare';
import { unstable_readConfig as readConfig } from 'wrangler';

/** Settings in the form of `[vars]`. */
export type Vars = Readonly<Record<string, string | number | boolean>>;

export interface RunOptions {
  /** The folder that wrangler built it in. */
  readonly folder: string;
  /** Compatibility flags in addition to those of wrangler.toml. */
  readonly flags: readonly string[];
  /** The bytes of its corpus. */
  readonly corpus: Uint8Array;
  /** The state of a local D1 database. */
  readonly persistTo?: string;
  readonly vars?: Vars;
  readonly inspectorPort?: number;
  /** Without it, there is no limiter and the log is discarded. */
  readonly watched?: Watched;
}

/** What a test of a Worker needs, and a measurement must not have. */
export interface Watched {
  /** The requests that the binding of the rate limit allows in a minute. */
  readonly requestsPerMinute: number;
  readonly onLog: (line: string) => void;
}

/** The name of the Worker. */
export const NAME = 'measured';

export function optionsFor({
  folder,
  flags,
  corpus,
  persistTo,
  vars,
  inspectorPort,
  watched,
}: RunOptions): MiniflareOptions {
  const { compatibility_date: compatibilityDate = '', compatibility_flags: given } = readConfig(
    { config: 'wrangler.toml' },
    { hideWarnings: true },
  );
  const compatibilityFlags = [...given, ...flags];
  // The same requests are sent again and again, so remembered answers would measure nothing.
  const settings: Vars = { GRAPHIQL: false, RATE_LIMIT: 'off', ANSWER_MEMORY_BYTES: 0, ...vars };
  const env = {
    ...Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, { type: 'json' as const, value }] as const),
    ),
    ...(persistTo !== undefined && { DATABASE: { type: 'd1' as const, id: 'DATABASE' } }),
    ...(watched !== undefined && { RATE_LIMITER_LOCAL: limiterOf(watched) }),
  };
  return {
    cf: false,
    log: new Log(LogLevel.NONE),
    // The log has a line per request. Writing it costs the Worker CPU; here it is discarded.
    handleStructuredLogs: ({ message }) => watched?.onLog(message),
    telemetry: { enabled: false },
    enableDevRegistry: false,
    ...(inspectorPort !== undefined && { inspectorPort }),
    ...(persistTo !== undefined && { resourcePersistencePath: resolve(persistTo, 'v3') }),
    workers: [
      {
        config: { name: NAME, compatibilityDate, compatibilityFlags, env, manifest: manifestOf(folder, corpus) },
        dev: { rootPath: resolve('.'), unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] },
      },
    ],
  };
}

function limiterOf({ requestsPerMinute: limit }: Watched) {
  return { type: 'rate-limit' as const, namespace: 'watched', simple: { limit, period: 60 as const } };
}

function manifestOf(folder: string, corpus: Uint8Array) {
  const files = readdirSync(folder).filter((file) => extname(file) in MODULE_TYPES);
  const modules = files.map((file) => {
    const type = MODULE_TYPES[extname(file) as keyof typeof MODULE_TYPES];
    const contents = type === 'data' ? Uint8Array.from(corpus) : readFileSync(join(folder, file), 'utf8');
    return [file, { type, contents }] as const;
  });
  return {
    mainModule: files.find((file) => extname(file) === '.js') ?? '',
    modulesRoot: resolve(folder),
    modules: Object.fromEntries(modules),
  };
}

const MODULE_TYPES = { '.js': 'esm', '.graphql': 'text', '.bin': 'data' } as const;
