/** How a built Worker is run: its modules, its settings, and nothing beside it that would cost something. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { Log, LogLevel, type MiniflareOptions } from 'miniflare';
import { unstable_readConfig as readConfig } from 'wrangler';

/** Settings as `[vars]` has them. */
export type Vars = Readonly<Record<string, string | number | boolean>>;

export interface RunOptions {
  /** Where wrangler has built it. */
  readonly folder: string;
  /** Compatibility flags beside those of wrangler.toml. */
  readonly flags: readonly string[];
  /** The bytes to be its corpus. */
  readonly corpus: Uint8Array;
  /** The state of a local D1 database. */
  readonly persistTo?: string;
  readonly vars?: Vars;
  readonly inspectorPort?: number;
}

/** The name of the one Worker that runs. */
export const NAME = 'measured';

export function optionsFor({ folder, flags, corpus, persistTo, vars, inspectorPort }: RunOptions): MiniflareOptions {
  const { compatibility_date: compatibilityDate = '', compatibility_flags: given } = readConfig(
    { config: 'wrangler.toml' },
    { hideWarnings: true },
  );
  const compatibilityFlags = [...given, ...flags];
  // The same is asked again and again: an answer that is remembered would measure nothing.
  const settings: Vars = { GRAPHIQL: false, RATE_LIMIT: 'off', ANSWER_MEMORY_BYTES: 0, ...vars };
  const env = {
    ...Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, { type: 'json' as const, value }] as const),
    ),
    ...(persistTo !== undefined && { DATABASE: { type: 'd1' as const, id: 'DATABASE' } }),
  };
  return {
    cf: false,
    log: new Log(LogLevel.NONE),
    // A line a request: the Worker pays for writing it, and nobody reads it here.
    handleStructuredLogs: () => {},
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
