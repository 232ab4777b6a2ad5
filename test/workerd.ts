/**
 * Built Workers in workerd, as wrangler.toml describes them. They are run by Miniflare directly: behind wrangler's proxy a
 * request takes ten times as long.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { Log, LogLevel, type MiniflareOptions } from 'miniflare';
import { unstable_readConfig as readConfig } from 'wrangler';

/** Settings in the form of `[vars]`. */
export type Vars = Readonly<Record<string, string | number | boolean>>;

/** What no Worker that is run here needs: Cloudflare's data about requests, messages, and news of other Workers. */
export const QUIET = {
  cf: false,
  log: new Log(LogLevel.NONE),
  telemetry: { enabled: false },
  enableDevRegistry: false,
} as const satisfies Partial<MiniflareOptions>;

/** The configuration of wrangler.toml, or of one of its environments. */
export function readProject(env?: 'd1') {
  return readConfig({ config: 'wrangler.toml', ...(env !== undefined && { env }) }, { hideWarnings: true });
}

/** The date of the Workers runtime and its flags. */
export function compatibilityOf({ compatibility_date, compatibility_flags }: ReturnType<typeof readProject>) {
  return { compatibilityDate: compatibility_date ?? '', compatibilityFlags: compatibility_flags };
}

/** Settings as bindings of a Worker. */
export function bindingsOf(vars: Vars) {
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, { type: 'json' as const, value }]));
}

/** A socket of the Worker's own: Miniflare's passes requests on. */
export const OWN_SOCKET = { rootPath: resolve('.'), unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] };

/** The modules of a Worker that was built into this folder, with these bytes as its corpus if any are given. */
export function manifestOf(folder: string, corpus?: Uint8Array) {
  const files = readdirSync(folder).filter((file) => extname(file) in MODULE_TYPES);
  const mainModule = files.find((file) => extname(file) === '.js');
  if (mainModule === undefined) throw new Error(`No Worker was built in ${folder}.`);
  const modules = files.map((file) => {
    const type = MODULE_TYPES[extname(file) as keyof typeof MODULE_TYPES];
    const contents =
      type === 'data'
        ? Uint8Array.from(corpus ?? readFileSync(join(folder, file)))
        : readFileSync(join(folder, file), 'utf8');
    return [file, { type, contents }] as const;
  });
  return {
    mainModule,
    modulesRoot: resolve(folder),
    modules: Object.fromEntries(modules),
  };
}

const MODULE_TYPES = { '.js': 'esm', '.graphql': 'text', '.bin': 'data' } as const;
