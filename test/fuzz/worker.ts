/**
 * Workers to be fuzzed: those that the tests build, each run by itself. Without wrangler's proxy and without static
 * assets a request takes a third of the time, and the heap can be looked at.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_readConfig as readConfig } from 'wrangler';
import { childrenOf } from '../../bench/cpu.ts';
import { BUILDS } from '../build.ts';
import { openHeap } from './heap.ts';
import { openLog } from './log.ts';

/** A Worker that listens. */
export interface FuzzedWorker {
  readonly name: string;
  readonly origin: string;
  /** The process that it runs in; null where that is another machine's or not known. */
  readonly process: number | null;
  /** Bytes of what its code holds, after the garbage was collected; null where it cannot be asked. */
  readonly heapBytes: (() => Promise<number>) | null;
  /** Lines of its log that should not be there. */
  readonly troubles: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the built Worker of a corpus; whoever opens it closes it. */
export async function openFuzzedWorker(name: 'seed' | 'gazette'): Promise<FuzzedWorker> {
  const before = childrenOf(process.pid, 'workerd');
  const log = openLog();
  const miniflare = new Miniflare({
    cf: false,
    log: new Log(LogLevel.NONE),
    handleStructuredLogs: log.note,
    telemetry: { enabled: false },
    enableDevRegistry: false,
    inspectorPort: 0,
    workers: [
      {
        config: { name, ...readSettings(), manifest: manifestOf(BUILDS[name].folder) },
        dev: { rootPath: resolve('.'), unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] },
      },
    ],
  });
  try {
    await miniflare.ready;
    const { origin } = await miniflare.unsafeGetDirectURL();
    const heap = await openHeap((await miniflare.getInspectorURL()).port, name);
    const started = [...childrenOf(process.pid, 'workerd')].find((child) => !before.has(child));
    const close = () => {
      heap.close();
      return miniflare.dispose();
    };
    return { name, origin, process: started ?? null, heapBytes: heap.bytes, troubles: log.troubles, close };
  } catch (error) {
    await miniflare.dispose();
    throw error;
  }
}

/** As wrangler.toml has them, but for the rate limit: all requests come from one client. */
function readSettings() {
  const {
    compatibility_date: compatibilityDate = '',
    compatibility_flags: compatibilityFlags,
    vars,
  } = readConfig({ config: 'wrangler.toml' }, { hideWarnings: true });
  const values = { ...(vars as Readonly<Record<string, boolean | number | string>>), RATE_LIMIT: 'off' };
  const env = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { type: 'json' as const, value }]),
  );
  return { compatibilityDate, compatibilityFlags, env };
}

function manifestOf(folder: string) {
  const files = readdirSync(folder).filter((file) => extname(file) in MODULE_TYPES);
  const modules = files.map((file) => {
    const type = MODULE_TYPES[extname(file) as keyof typeof MODULE_TYPES];
    const bytes = readFileSync(join(folder, file));
    return [file, { type, contents: type === 'data' ? Uint8Array.from(bytes) : bytes.toString() }] as const;
  });
  return {
    mainModule: files.find((file) => extname(file) === '.js') ?? '',
    modulesRoot: resolve(folder),
    modules: Object.fromEntries(modules),
  };
}

const MODULE_TYPES = { '.js': 'esm', '.graphql': 'text', '.bin': 'data' } as const;
